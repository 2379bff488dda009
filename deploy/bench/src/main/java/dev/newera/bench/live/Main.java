package dev.newera.bench.live;

import dev.newera.bench.load.HttpLoad;
import dev.newera.bench.load.Listeners;
import dev.newera.bench.load.Posts;
import dev.newera.bench.load.Samples;
import dev.newera.bench.report.JsonFile;
import dev.newera.bench.system.Memory;
import dev.newera.bench.system.Service;
import dev.newera.bench.system.Stage;
import dev.newera.bench.system.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs P3, P8 and what those that never read cost; prints tables and the ratios that were promised, and leaves the same as JSON. */
public final class Main {
    /** Held here, for a logger that nobody holds forgets its level: settings of a hundred lines are no figures. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private static final Path CHECKOUT = Path.of("").toAbsolutePath();
    private static final Path JSON = Path.of("deploy", "bench", "target", "live.json");
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final int WARM = 4;
    private static final int POSTERS = 256;
    private static final int MANY = 2_000;
    private static final int DEAF = 500;

    /** Tweets in a second of a large chat on its evening, and of the largest that there was. */
    private static final int LARGE = 10;

    private static final int LARGEST = 100;
    private static final int A_THOUSAND = 1_000;

    /** Java compiles what it runs while it runs, for minutes; when that takes less of a core than this, it is warm. */
    private static final double HARDLY = 0.1;

    private static final int MOST_TURNS = 18;
    private static final String POSTED = "tweet.posted";
    private static final String TAGGED = "tweet.tagged";

    private final Stage stage;
    private final Tables tables;
    private final Talk talk;
    private final List<Lag> lags = new ArrayList<>();
    private final Map<String, Double> figures = new LinkedHashMap<>();

    private Main(Stage stage) {
        this.stage = stage;
        this.tables = new Tables(stage.database());
        this.talk = Talk.of(stage);
    }

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        KAFKA.setLevel(Level.WARNING);
        try (var stage = Stage.start(CHECKOUT)) {
            new Main(stage).run();
        }
    }

    private void run() throws IOException {
        double half = postsPerSecond() / 2;
        tables.empty();
        warmUp(stage.startWorker());
        themes(half);
        listeners();
        deafOnes();
        print();
        write();
    }

    /** As fast as 256 clients post while nobody tags: P1. */
    private double postsPerSecond() {
        double perSecond = 0;
        for (int turn = 0; turn < WARM; turn++) {
            try (var load = new HttpLoad(stage.chatApi().port(), POSTERS)) {
                var posts = Posts.during(TURN, Samples.posts());
                load.run(posts);
                perSecond = posts.requireNoneRefused().acknowledged().size() / (double) TURN.toSeconds();
            }
            System.err.printf("Posts a second: %,.0f%n", perSecond);
        }
        tables.awaitAnnounced();
        figures.put("P1: posts a second by 256 clients while nobody tags", perSecond);
        return perSecond;
    }

    /** Tweets go their way until hardly anything is compiled any more. */
    private void warmUp(Service worker) {
        add(talk.heard("themes, the tagging-worker just started, 100 a second", 1, TAGGED, LARGEST, TURN));
        int turns = 0;
        double compiling = 1;
        while (compiling > HARDLY && turns < MOST_TURNS) {
            var before = compiling(worker);
            talk.heard("warming up", 1, TAGGED, A_THOUSAND, TURN);
            compiling = (double) compiling(worker).minus(before).toNanos() / TURN.toNanos();
            turns++;
            System.err.printf("Cores that compile: %.2f%n", compiling);
        }
        figures.put("seconds of a thousand tweets each to warm up", (double) turns * TURN.toSeconds());
        figures.put("seconds of a core that both services have compiled", (double)
                compiling(worker).toSeconds());
    }

    private Duration compiling(Service worker) {
        return stage.chatApi().compiling().plus(worker.compiling());
    }

    private void themes(double half) {
        var bare = new RoundTrip(stage);
        bare.at(A_THOUSAND, TURN);
        for (double rate : new double[] {LARGE, LARGEST, A_THOUSAND, 2 * A_THOUSAND, half}) {
            var words = "%,.0f a second".formatted(rate);
            var trip = add(new Lag("a bare round trip, " + words, bare.at(rate, TURN), Map.of()));
            var stations = talk.stations(words, rate, TURN);
            stations.forEach(this::add);
            var told = stations.get(stations.size() - 1);
            figures.put("P3: themes against a bare round trip, p50, " + words, told.times(trip, 50));
            figures.put("P3: themes against a bare round trip, p99, " + words, told.times(trip, 99));
        }
    }

    private void listeners() {
        var one = add(talk.heard("a tweet, by 1 listener", 1, POSTED, LARGE, TURN.multipliedBy(2)));
        var many = add(talk.heard("a tweet, by 2,000 listeners", MANY, POSTED, LARGE, TURN.multipliedBy(2)));
        figures.put("P8: 2,000 listeners against one, p50", many.times(one, 50));
        figures.put("P8: 2,000 listeners against one, p99 (at most 2)", many.times(one, 99));
    }

    private void deafOnes() {
        var heavy = Talk.ofFamilies(stage);
        var alone = watched("alone", () -> heavy.heard("a heavy tweet, by 1 listener", 1, POSTED, LARGEST, TURN));
        try (var deaf = Listeners.deaf(stage.chatApi().port(), DEAF)) {
            var among = watched(
                    "among 500 that never read",
                    () -> heavy.heard("the same among 500 that never read", 1, POSTED, LARGEST, TURN.multipliedBy(2)));
            figures.put("of the 500, dropped", stage.chatApi().metric("chat_stream_dropped_total"));
            figures.put("a listener among 500 that never read against one alone, p50", among.times(alone, 50));
            figures.put("a listener among 500 that never read against one alone, p99", among.times(alone, 99));
        }
    }

    /** What chat-api holds at the end of it, as the system counts it and as Java does. */
    private Lag watched(String who, Supplier<Lag> work) {
        var memory = Memory.of(stage.chatApi());
        Lag lag;
        try (memory) {
            lag = add(work.get());
        }
        figures.put("chat-api's memory, MiB, " + who, memory.atLast());
        figures.put("of it objects, MiB, " + who, stage.chatApi().liveHeap());
        return lag;
    }

    private Lag add(Lag lag) {
        System.err.println(lag.line());
        lags.add(lag);
        return lag;
    }

    private void print() {
        System.out.println(
                "| heard of | p50 ms | p99 ms | most | times | cores: chat-api | PostgreSQL | Kafka | tagging-worker | clients |");
        System.out.println("|---|" + "---:|".repeat(9));
        lags.forEach(lag -> System.out.println(lag.line()));
        System.out.println();
        figures.forEach((name, figure) -> System.out.printf("%s: %,.2f%n", name, figure));
    }

    private void write() throws IOException {
        var results = lags.stream().map(Lag::json).toList();
        JsonFile.write(JSON, Map.of("figures", figures, "results", results));
    }
}
