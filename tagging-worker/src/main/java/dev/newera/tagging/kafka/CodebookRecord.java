package dev.newera.tagging.kafka;

import com.fasterxml.jackson.databind.JsonNode;

/** A published codebook version: who it is, and the codebook file as JSON, key for key. */
record CodebookRecord(String codebookId, int codebookVersion, JsonNode document) {}
