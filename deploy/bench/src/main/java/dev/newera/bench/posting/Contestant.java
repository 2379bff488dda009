package dev.newera.bench.posting;

import java.time.Duration;

/** A way to store tweets for good. */
interface Contestant {
    String name();

    /** Stores as many as it can in that time, on empty tables, and sees that they are there. */
    Round run(Duration time);
}
