package dev.newera.bench.soak;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** How long people waited for something. Any thread may add; one reads. */
final class Waits {
    private final Recorder recorder = new Recorder(3);
    private final Histogram all = new Histogram(3);

    void add(long nanos) {
        recorder.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos)));
    }

    /** Some of them: how many, and how long half of them and all but one of a hundred waited at most, in milliseconds. */
    record Some(long times, double p50, double p99) {
        private static Some of(Histogram micros) {
            return new Some(
                    micros.getTotalCount(),
                    micros.getValueAtPercentile(50) / 1e3,
                    micros.getValueAtPercentile(99) / 1e3);
        }

        /** Two cells of a table. */
        @Override
        public String toString() {
            return times == 0 ? " | " : "%,.1f | %,.1f".formatted(p50, p99);
        }
    }

    /** Those that came after this was last asked. */
    Some sinceThen() {
        var some = recorder.getIntervalHistogram();
        all.add(some);
        return Some.of(some);
    }

    Some all() {
        sinceThen();
        return Some.of(all);
    }
}
