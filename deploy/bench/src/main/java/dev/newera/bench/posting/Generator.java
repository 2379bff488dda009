package dev.newera.bench.posting;

import dev.newera.bench.load.AlwaysCreated;
import dev.newera.bench.load.HttpLoad;
import dev.newera.bench.load.Posts;
import dev.newera.bench.load.Samples;
import java.io.IOException;
import java.time.Duration;

/** How fast the clients are when nobody makes them wait: what is measured must lie far below. */
final class Generator {
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final int TURNS = 3;
    private static final String ID = "{\"data\":{\"id\":\"0193a3b2-0000-7000-8000-000000000000\",\"text\":\"%s\"}}";

    private Generator() {}

    /** Requests in a second, in the best of some turns: the first ones warm up. */
    static double perSecond(int clients) throws IOException {
        double best = 0;
        // An answer as long as a tweet's.
        try (var server = new AlwaysCreated(ID.formatted("x".repeat(500)))) {
            for (int i = 0; i < TURNS; i++) {
                best = Math.max(best, turn(server.port(), clients));
            }
        }
        return best;
    }

    private static double turn(int port, int clients) {
        try (var load = new HttpLoad(port, clients)) {
            var posts = Posts.during(TURN, Samples.posts());
            long start = System.nanoTime();
            load.run(posts);
            return posts.acknowledged().size() * 1e9 / (System.nanoTime() - start);
        }
    }
}
