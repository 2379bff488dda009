package dev.newera.bench.posting;

import dev.newera.bench.system.Cores;
import dev.newera.bench.system.Stage;
import org.HdrHistogram.Histogram;

/** Runs from when it is made until it is stopped. */
final class Clock {
    private final Stage stage;
    private final Cores before;
    private final long start;

    private Clock(Stage stage) {
        this.stage = stage;
        this.before = Cores.now(stage);
        this.start = System.nanoTime();
    }

    static Clock start(Stage stage) {
        return new Clock(stage);
    }

    Round stop(long tweets, Histogram latency) {
        long nanos = System.nanoTime() - start;
        return new Round(tweets, nanos, latency, Cores.now(stage).since(before));
    }
}
