package dev.newera.chat;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Where tweets are stored. Safe from many threads. */
public interface Postbox {

    /** A tweet to be stored, at most once under its key. The tweet's rules have been checked, its parent has not. */
    record Posting(Tweet tweet, Optional<IdempotencyKey> key) {}

    /** How a posting ended. */
    enum Outcome {
        /** The tweet is new and stored. */
        CREATED,
        /** The chat already holds a tweet with this source and external id, and keeps it as it is. */
        KNOWN,
        /** The key was used before for the same request: the first tweet, as it was first answered. */
        REPLAYED_CREATED,
        /** As REPLAYED_CREATED, where the first answer was KNOWN. */
        REPLAYED_KNOWN
    }

    /** The tweet that stands in the chat after a posting. */
    record Posted(Tweet tweet, Outcome outcome) {}

    /**
     * Stores the tweet and its change row in one transaction and completes only after the commit: whoever sees the answer may
     * rely on it. Fails, having stored nothing, with INVALID (the parent is unknown or erased), KEY_REUSED, CONFLICT (the key is
     * being used right now), BUSY (too many wait) or UNAVAILABLE; only after UNAVAILABLE the tweet may be stored all the same, so a
     * client repeats with the same key.
     */
    CompletionStage<Posted> put(Posting posting);
}
