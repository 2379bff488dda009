package dev.newera.tagging.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.newera.tagging.Codebook;
import dev.newera.tagging.Evidence;
import dev.newera.tagging.Tag;
import dev.newera.tagging.Tagger;
import java.time.Instant;
import java.util.List;

/** A tagging, or why there is none, as the event contract has it. Fields that are null are not written. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TaggingRecord(
        String tweetId,
        int tweetRevision,
        String codebookId,
        int codebookVersion,
        TaggerRecord tagger,
        String taggedAt,
        String jobId,
        Boolean preview,
        List<TagRecord> tags,
        Boolean failed,
        String reason) {

    record TaggerRecord(String id, String version) {
        static final TaggerRecord LEXICAL = new TaggerRecord("lexical", Tagger.VERSION);
    }

    record TagRecord(String theme, double score, List<EvidenceRecord> evidence) {
        static TagRecord of(Tag tag) {
            return new TagRecord(
                    tag.theme(),
                    rounded(tag.score()),
                    tag.evidence().stream().map(EvidenceRecord::of).toList());
        }

        /** Nobody reads more than four digits of it. */
        private static double rounded(double score) {
            return Math.round(score * 10_000) / 10_000.0;
        }
    }

    record EvidenceRecord(String indicator, double weight, int start, int end, String text) {
        static EvidenceRecord of(Evidence evidence) {
            return new EvidenceRecord(
                    evidence.indicator(), evidence.weight(), evidence.start(), evidence.end(), evidence.text());
        }
    }

    static TaggingRecord tagged(Request request, Codebook codebook, Instant at, List<Tag> tags) {
        return about(request, codebook, at, tags.stream().map(TagRecord::of).toList(), null, null);
    }

    static TaggingRecord failed(Request request, Codebook codebook, Instant at, String reason) {
        return about(request, codebook, at, null, true, reason);
    }

    private static TaggingRecord about(
            Request request, Codebook codebook, Instant at, List<TagRecord> tags, Boolean failed, String reason) {
        return new TaggingRecord(
                request.tweetId(),
                request.revision(),
                codebook.id(),
                codebook.version(),
                TaggerRecord.LEXICAL,
                EventHeaders.TIME.format(at),
                request.jobId(),
                request.preview(),
                tags,
                failed,
                reason);
    }

    /** The same whenever the same tweet is tagged again under the same codebook by the same tagger for the same job. */
    String eventId() {
        var id = String.join(
                ":",
                tweetId,
                String.valueOf(tweetRevision),
                codebookId,
                String.valueOf(codebookVersion),
                tagger.id(),
                tagger.version());
        return jobId == null ? id : id + ":" + jobId;
    }
}
