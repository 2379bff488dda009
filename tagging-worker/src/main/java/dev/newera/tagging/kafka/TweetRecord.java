package dev.newera.tagging.kafka;

/** Of a tweet's state, what tagging needs. The fields of a retag request are null in a live tweet. */
record TweetRecord(String id, int revision, String text, String jobId, Integer codebookVersion, Boolean preview) {}
