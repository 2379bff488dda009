package dev.newera.chat.operations;

import dev.newera.chat.TweetId;
import java.time.Instant;
import java.util.UUID;

/**
 * Tweets by their ids, which sort by the moment of posting.
 *
 * @param after begins with the next one
 * @param upTo ends with this one
 */
public record TweetRange(UUID after, UUID upTo) {
    /** Before every tweet, and after every tweet. */
    private static final UUID BEGINNING = new UUID(0, 0);

    private static final UUID END = new UUID(-1, -1);

    /** Behind the 48 bits of an id that tell its millisecond. */
    private static final int BITS_BEHIND_TIME = 16;

    public static TweetRange all() {
        return new TweetRange(BEGINNING, END);
    }

    public static TweetRange of(TweetId tweet) {
        return all().from(tweet).to(tweet);
    }

    public TweetRange from(TweetId first) {
        return new TweetRange(before(first.value()), upTo);
    }

    /** Those that were posted at that millisecond or later. */
    public TweetRange from(Instant first) {
        return new TweetRange(before(firstOf(first)), upTo);
    }

    public TweetRange to(TweetId last) {
        return new TweetRange(after, last.value());
    }

    /** Those that were posted before that millisecond. */
    public TweetRange to(Instant end) {
        return new TweetRange(after, before(firstOf(end)));
    }

    private static UUID firstOf(Instant moment) {
        return new UUID(moment.toEpochMilli() << BITS_BEHIND_TIME, 0);
    }

    private static UUID before(UUID id) {
        long low = id.getLeastSignificantBits();
        return new UUID(id.getMostSignificantBits() - (low == 0 ? 1 : 0), low - 1);
    }
}
