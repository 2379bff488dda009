package dev.newera.chat.kafka;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.newera.chat.Codebook;

/** A published codebook on the wire; the document goes out as it was published. */
record CodebookEvent(
        @JsonProperty("codebook_id") String codebookId,
        @JsonProperty("codebook_version") int codebookVersion,
        @JsonProperty("published_at") String publishedAt,
        @JsonRawValue String document) {

    static CodebookEvent of(Codebook codebook) {
        return new CodebookEvent(
                codebook.id(), codebook.version(), Headers.time(codebook.publishedAt()), codebook.document());
    }
}
