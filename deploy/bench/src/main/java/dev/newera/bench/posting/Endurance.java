package dev.newera.bench.posting;

import dev.newera.bench.load.HttpLoad;
import dev.newera.bench.load.Posts;
import dev.newera.bench.load.Samples;
import dev.newera.bench.system.Announcements;
import dev.newera.bench.system.Memory;
import dev.newera.bench.system.Stage;
import dev.newera.bench.system.Tables;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What holds when it goes on for a minute, and when far too much comes at once. Not how fast that is. */
final class Endurance {
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final int CROWD = 5_000;
    private static final int CROWDS = 5;
    private static final Set<Integer> SHED = Set.of(429, 503);

    private final Stage stage;
    private final Tables tables;
    private final List<ByteBuffer> requests = Samples.posts();

    Endurance(Stage stage, Tables tables) {
        this.stage = stage;
        this.tables = tables;
    }

    /** That many clients for a minute: how much memory that takes, and whether each tweet was stored and announced, once. */
    Map<String, Object> minute(int clients) {
        tables.empty();
        var found = new LinkedHashMap<String, Object>();
        try (var announcements = Announcements.fromNow(stage);
                var load = new HttpLoad(stage.chatApi().port(), clients)) {
            found.put("live heap before, MiB", stage.chatApi().liveHeap());
            var posts = Posts.during(MINUTE, requests);
            var memory = Memory.of(stage.chatApi());
            try (memory) {
                load.run(posts);
            }
            posts.requireNoneRefused();
            found.put(
                    "relay at the end of the log after, ms",
                    tables.awaitAnnounced().toMillis());
            tables.requireStored(posts.acknowledged());
            announcements.requireEachOnce(posts.acknowledged());
            found.put(
                    "tweets acknowledged, stored once, announced once",
                    posts.acknowledged().size());
            found.put("resident in the first ten seconds, MiB", memory.atFirst());
            found.put("resident in the last ten seconds, MiB", memory.atLast());
            found.put("live heap after, MiB", stage.chatApi().liveHeap());
        }
        return found;
    }

    /** Thousands who post at the same moment, some times: each is told at once that it was taken, or that it was not. */
    Map<String, Object> crowds() {
        var latency = new Histogram(3);
        var shed = new TreeMap<Integer, Integer>();
        for (int i = 0; i < CROWDS; i++) {
            var posts = crowd();
            latency.add(posts.latency());
            posts.refused().forEach((status, times) -> shed.merge(status, times, Integer::sum));
        }
        if (!SHED.containsAll(shed.keySet())) {
            throw new IllegalStateException("Wrong answer: refused by other statuses than " + SHED + ": " + shed);
        }
        var found = new LinkedHashMap<String, Object>();
        found.put("posts at once", CROWD);
        found.put("times", CROWDS);
        found.put("accepted", latency.getTotalCount());
        found.put("shed, by status", shed);
        found.put("p50 of the accepted, ms", latency.getValueAtPercentile(50) / 1e3);
        found.put("p99 of the accepted, ms", latency.getValueAtPercentile(99) / 1e3);
        return found;
    }

    private Posts crowd() {
        tables.empty();
        try (var load = new HttpLoad(stage.chatApi().port(), CROWD)) {
            var posts = Posts.exactly(CROWD, requests);
            load.run(posts);
            tables.awaitAnnounced();
            tables.requireStored(posts.acknowledged());
            return posts;
        }
    }
}
