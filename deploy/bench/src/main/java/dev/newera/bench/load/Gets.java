package dev.newera.bench.load;

import dev.newera.bench.load.HttpLoad.Conversation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** One question, asked again and again; every answer has to be a 200. */
public final class Gets implements Conversation {
    private final String path;
    private final ByteBuffer request;
    private final Histogram latency = new Histogram(3);
    private final long end;
    private byte[] answer;
    private int left;

    /** Asks once. */
    public Gets(String path) {
        this(path, 1, Duration.ZERO);
    }

    /** Asks so many times, or fewer in so long, but once. */
    public Gets(String path, int times, Duration most) {
        this.path = path;
        this.request = ByteBuffer.wrap(
                "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".formatted(path).getBytes(StandardCharsets.US_ASCII));
        this.left = times;
        this.end = System.nanoTime() + most.toNanos();
    }

    @Override
    public ByteBuffer next() {
        boolean isOver = left == 0 || answer != null && System.nanoTime() > end;
        left--;
        return isOver ? null : request.duplicate();
    }

    @Override
    public void answered(int status, ByteBuffer body, long nanos) {
        answer = new byte[body.remaining()];
        body.get(answer);
        if (status != 200) {
            throw new IllegalStateException("Wrong answer: %s: %d, %s".formatted(path, status, answer()));
        }
        latency.recordValue(TimeUnit.NANOSECONDS.toMicros(nanos));
    }

    /** The last one. */
    public String answer() {
        return new String(answer, StandardCharsets.UTF_8);
    }

    /** Of each answer, in microseconds. */
    public Histogram latency() {
        return latency;
    }
}
