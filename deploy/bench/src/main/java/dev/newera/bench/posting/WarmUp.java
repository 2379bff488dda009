package dev.newera.bench.posting;

import dev.newera.bench.system.Tables;
import java.time.Duration;
import java.util.List;

/** Runs what is measured until it becomes no faster: Java compiles what it runs, and for a minute that is most of what it does. */
final class WarmUp {
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final double FASTER = 1.05;
    private static final int MOST = 8;

    private WarmUp() {}

    static void of(List<HttpPosts> contestants, Tables tables) {
        contestants.forEach(contestant -> warm(contestant, tables));
    }

    private static void warm(HttpPosts contestant, Tables tables) {
        double best = 0;
        for (int turn = 1; turn <= MOST; turn++) {
            tables.empty();
            double now = contestant.run(TURN).perSecond();
            System.err.printf("Warming up: %s: %,.0f tweets/s%n", contestant.name(), now);
            if (now < best * FASTER) {
                return;
            }
            best = now;
        }
    }
}
