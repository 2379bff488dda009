package dev.newera.bench.load;

import dev.newera.bench.load.HttpLoad.Conversation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Requests that post tweets, made before the clock starts and sent again and again; keeps the ids that were acknowledged. */
public final class Posts implements Conversation {
    /** Each tweet of an answer begins so; nothing else in it does. */
    private static final byte[] TWEET = "{\"id\":\"".getBytes(StandardCharsets.US_ASCII);

    private static final int ID = 36;

    private final List<ByteBuffer> requests;
    private final long start = System.nanoTime();
    private final long end;
    private final long most;
    private final double nanosBetween;
    private final List<UUID> acknowledged = new ArrayList<>();
    private final Map<Integer, Integer> refused = new TreeMap<>();
    private final Histogram latency = new Histogram(3);
    private Told told = (tweet, due) -> {};
    private int next;

    private Posts(List<ByteBuffer> requests, Duration time, long most, double nanosBetween) {
        this.requests = requests;
        this.end = start + time.toNanos();
        this.most = most;
        this.nanosBetween = nanosBetween;
    }

    /** As many as there are answers for in that time, from now on. */
    public static Posts during(Duration time, List<ByteBuffer> requests) {
        return new Posts(requests, time, Long.MAX_VALUE, 0);
    }

    /** So many requests a second, evenly, for that time from now on. */
    public static Posts paced(double perSecond, Duration time, List<ByteBuffer> requests) {
        return new Posts(requests, time, Long.MAX_VALUE, TimeUnit.SECONDS.toNanos(1) / perSecond);
    }

    /** So many and no more, however long they take. */
    public static Posts exactly(long count, List<ByteBuffer> requests) {
        return new Posts(requests, Duration.ofDays(1), count, 0);
    }

    /** Tells somebody of each tweet as soon as it is acknowledged, with the time at which it was due to be posted. */
    public Posts telling(Told told) {
        this.told = told;
        return this;
    }

    /** A request that posts this JSON to this path. */
    public static ByteBuffer request(String path, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                .formatted(path, bytes.length)
                .getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocateDirect(head.length + bytes.length)
                .put(head)
                .put(bytes)
                .flip();
    }

    @Override
    public ByteBuffer next() {
        boolean isOver = next >= most || System.nanoTime() >= end;
        return isOver ? null : requests.get(next++ % requests.size()).duplicate();
    }

    @Override
    public long due() {
        return nanosBetween == 0 ? System.nanoTime() : start + (long) (next * nanosBetween);
    }

    @Override
    public void answered(int status, ByteBuffer body, long nanos) {
        if (status >= 300) {
            refused.merge(status, 1, Integer::sum);
            return;
        }
        latency.recordValue(TimeUnit.NANOSECONDS.toMicros(nanos));
        var bytes = new byte[body.remaining()];
        body.get(bytes);
        acknowledge(bytes, System.nanoTime() - nanos);
    }

    private void acknowledge(byte[] body, long due) {
        for (int i = 0; i < body.length - TWEET.length - ID; i++) {
            if (body[i] == '{' && isTweet(body, i)) {
                i += TWEET.length;
                var id = UUID.fromString(new String(body, i, ID, StandardCharsets.US_ASCII));
                acknowledged.add(id);
                told.of(Arrivals.key(id), due);
                i += ID;
            }
        }
    }

    private static boolean isTweet(byte[] body, int at) {
        for (int i = 1; i < TWEET.length; i++) {
            if (body[at + i] != TWEET[i]) {
                return false;
            }
        }
        return true;
    }

    /** In the order of the answers. */
    public List<UUID> acknowledged() {
        return acknowledged;
    }

    /** Of each request that was accepted, in microseconds. */
    public Histogram latency() {
        return latency;
    }

    /** How many requests were refused, by status. */
    public Map<Integer, Integer> refused() {
        return refused;
    }

    /** Fails if any request was refused. */
    public Posts requireNoneRefused() {
        if (!refused.isEmpty()) {
            throw new IllegalStateException("Wrong answer: some posts were refused, by status: " + refused);
        }
        return this;
    }
}
