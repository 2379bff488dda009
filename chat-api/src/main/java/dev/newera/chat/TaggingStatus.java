package dev.newera.chat;

import java.time.Instant;

/**
 * How far the tagging of a tweet has come.
 *
 * @param codebookVersion the codebook version that was applied, 0 while pending
 * @param taggedAt when the tagger answered, null while pending
 */
public record TaggingStatus(State state, int codebookVersion, Instant taggedAt) {

    /** "Tagged, no theme" is TAGGED with an empty list, and differs from PENDING. */
    public enum State {
        PENDING,
        TAGGED,
        FAILED
    }

    /** No tagger has answered yet. */
    public static final TaggingStatus PENDING = new TaggingStatus(State.PENDING, 0, null);
}
