package dev.newera.chat.kafka;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.newera.chat.Evidence;
import dev.newera.chat.Failure;
import dev.newera.chat.Tagging;
import dev.newera.chat.ThemeTag;
import dev.newera.chat.TweetId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a tagger says, on the wire: the fields that the chat needs, anything may be missing until it is checked. */
record TaggingEvent(
        @JsonProperty("tweet_id") String tweetId,
        @JsonProperty("tweet_revision") Integer tweetRevision,
        @JsonProperty("codebook_id") String codebookId,
        @JsonProperty("codebook_version") Integer codebookVersion,
        TaggerEvent tagger,
        @JsonProperty("tagged_at") String taggedAt,
        boolean preview,
        boolean failed,
        String reason,
        List<TagEvent> tags) {

    record TaggerEvent(String id, String version) {}

    record TagEvent(String theme, Double score, List<EvidenceEvent> evidence) {
        ThemeTag tag() {
            return new ThemeTag(
                    given("theme", theme),
                    given("score", score),
                    given("evidence", evidence).stream()
                            .map(words -> given("evidence", words).evidence())
                            .toList());
        }
    }

    record EvidenceEvent(String indicator, Integer start, Integer end, String text, Double weight) {
        Evidence evidence() {
            return new Evidence(
                    given("indicator", indicator),
                    given("start", start),
                    given("end", end),
                    given("text", text),
                    weight);
        }
    }

    /** Throws INVALID for a field that is missing or cannot be what it says. */
    Tagging tagging() {
        var by = given("tagger", tagger);
        return new Tagging(
                TweetId.parse(tweetId).orElseThrow(() -> Failure.invalid("/tweet_id", "tweet_id names no tweet")),
                given("tweet_revision", tweetRevision),
                given("codebook_id", codebookId),
                given("codebook_version", codebookVersion),
                given("tagger.id", by.id()),
                given("tagger.version", by.version()),
                time(given("tagged_at", taggedAt)),
                failed ? Optional.of(given("reason", reason)) : Optional.empty(),
                failed
                        ? List.of()
                        : given("tags", tags).stream()
                                .map(tag -> given("tags", tag).tag())
                                .toList());
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Failure.invalid("/tagged_at", "tagged_at is not an RFC 3339 time");
        }
    }

    private static <T> T given(String field, T value) {
        if (value == null) {
            throw Failure.invalid("/" + field.replace('.', '/'), field + " is missing");
        }
        return value;
    }
}
