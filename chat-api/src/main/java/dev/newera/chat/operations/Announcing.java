package dev.newera.chat.operations;

import dev.newera.chat.TweetId;
import java.util.function.LongConsumer;

/** What the relay announces. Methods throw UNAVAILABLE while the database is away. */
public interface Announcing {

    /** What it has yet to announce. */
    Unannounced unannounced();

    /** Whether the chat holds that tweet, and it has not been erased. */
    boolean holds(TweetId tweet);

    /** How many tweets {@link #again} would have announced. */
    long count(TweetRange range, boolean untagged);

    /**
     * Has tweets announced again as they are then, erased ones as erased. They are written behind everything that stands in the
     * change log, so a tweet's events stay in order; people who follow the stream are not told. It may be called again after it was
     * broken off: what is announced twice changes nothing.
     *
     * @param untagged only those that no tagger has answered
     * @param progress is told after each portion how many have been written
     * @return how many
     */
    long again(TweetRange range, boolean untagged, LongConsumer progress);
}
