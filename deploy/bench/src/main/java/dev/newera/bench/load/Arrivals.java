package dev.newera.bench.load;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** When one listener heard of each tweet. A tweet is known by the random half of its id, so that a million of them cost little. */
public final class Arrivals implements Told {
    private long[] tweets = new long[256];
    private long[] times = new long[256];
    private volatile int count;

    @Override
    public void of(long tweet, long at) {
        if (count == tweets.length) {
            tweets = Arrays.copyOf(tweets, 2 * count);
            times = Arrays.copyOf(times, 2 * count);
        }
        tweets[count] = tweet;
        times[count] = at;
        count++;
    }

    /** So far; from any thread. */
    int count() {
        return count;
    }

    /** Tells everything, in its order, with the time at which it arrived. */
    public void forEach(Told told) {
        for (int i = 0; i < count; i++) {
            told.of(tweets[i], times[i]);
        }
    }

    /** Whether each of these has been heard of. Others may have been too: what somebody posted just before. */
    boolean hold(List<UUID> posted) {
        return count >= posted.size() && missing(posted).isEmpty();
    }

    private Set<Long> missing(List<UUID> posted) {
        var missing = new HashSet<Long>();
        posted.forEach(id -> missing.add(key(id)));
        for (int i = 0; i < count; i++) {
            missing.remove(tweets[i]);
        }
        return missing;
    }

    /** Fails unless each of these was heard of, and once. */
    public void requireEachOnce(List<UUID> posted) {
        int left = missing(posted).size();
        if (left > 0) {
            throw new IllegalStateException(
                    "Wrong answer: a listener never heard of %d of %d tweets".formatted(left, posted.size()));
        }
        var heard = new HashSet<Long>();
        for (int i = 0; i < count; i++) {
            if (!heard.add(tweets[i])) {
                throw new IllegalStateException("Wrong answer: a listener heard of a tweet twice");
            }
        }
    }

    /** By what a tweet is known here. */
    public static long key(UUID id) {
        return id.getLeastSignificantBits();
    }
}
