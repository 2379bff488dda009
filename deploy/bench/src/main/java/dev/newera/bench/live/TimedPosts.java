package dev.newera.bench.live;

import dev.newera.bench.load.Arrivals;
import dev.newera.bench.load.HttpLoad.Conversation;
import dev.newera.bench.load.Posts;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Posts of one tweet each, and when each was asked for. */
final class TimedPosts implements Conversation {
    private final Posts posts;
    private final Map<Long, Long> asked = new HashMap<>();

    /** So many a second, evenly, for that time from now on. */
    TimedPosts(double perSecond, Duration time, List<ByteBuffer> requests) {
        posts = Posts.paced(perSecond, time, requests).telling(asked::put);
    }

    @Override
    public long due() {
        return posts.due();
    }

    @Override
    public ByteBuffer next() {
        return posts.next();
    }

    @Override
    public void answered(int status, ByteBuffer body, long nanos) {
        posts.answered(status, body, nanos);
    }

    /** In the order of the answers. */
    List<UUID> acknowledged() {
        return posts.acknowledged();
    }

    TimedPosts requireNoneRefused() {
        posts.requireNoneRefused();
        return this;
    }

    /** How long after it was asked for each of these tweets was heard of, in microseconds. Fails unless all were, once each. */
    Histogram lag(List<Arrivals> heard) {
        var lag = new Histogram(3);
        for (var arrivals : heard) {
            arrivals.requireEachOnce(acknowledged());
            arrivals.forEach((tweet, at) -> {
                var due = asked.get(tweet);
                if (due != null) {
                    lag.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(at - due)));
                }
            });
        }
        return lag;
    }
}
