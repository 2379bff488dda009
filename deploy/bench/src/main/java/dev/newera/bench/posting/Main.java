package dev.newera.bench.posting;

import dev.newera.bench.report.JsonFile;
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

/**
 * Runs P1 and P2 in interleaved turns, prints a table and the ratios that were promised, and leaves the same as JSON. With
 * {@code --profile}: what chat-api's threads are at meanwhile. With {@code --endure}: what holds for a minute, and in a crowd.
 */
public final class Main {
    private static final Path CHECKOUT = Path.of("").toAbsolutePath();
    private static final Path JSON = Path.of("deploy", "bench", "target", "posting.json");
    private static final int CLIENTS = 256;
    private static final int ROUNDS = 3;
    private static final Duration TURN = Duration.ofSeconds(8);

    private final Stage stage;
    private final Tables tables;
    private final List<Result> results = new ArrayList<>();

    private Main(Stage stage) {
        this.stage = stage;
        this.tables = new Tables(stage.database());
    }

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        try (var stage = Stage.start(CHECKOUT)) {
            new Main(stage).run(List.of(arguments));
        }
    }

    private void run(List<String> options) throws IOException {
        tables.createTwins();
        var ours = HttpPosts.single(stage, tables, CLIENTS);
        var batches = HttpPosts.batches(stage, tables, 4);
        WarmUp.of(List.of(ours, batches), tables);
        if (options.contains("--profile")) {
            profile(ours);
            profile(batches);
        } else if (options.contains("--endure")) {
            endure();
        } else {
            compete(ours, batches);
            report(Generator.perSecond(CLIENTS));
        }
    }

    private void endure() {
        var endurance = new Endurance(stage, tables);
        print(CLIENTS + " clients for a minute", endurance.minute(CLIENTS));
        print("Everybody at once", endurance.crowds());
    }

    private static void print(String title, Map<String, Object> found) {
        System.out.println("\n" + title);
        found.forEach((name, value) ->
                System.out.println(name + ": " + (value instanceof Double some ? "%.1f".formatted(some) : value)));
    }

    private void profile(Contestant contestant) {
        tables.empty();
        tables.emptyTwins();
        var file = JSON.resolveSibling(contestant.name().replaceAll("\\W+", "-") + ".jfr");
        stage.chatApi().record(file, () -> contestant.run(TURN.multipliedBy(2)));
        System.out.println(contestant.name());
        Profile.print(file);
    }

    private void compete(Contestant ours, Contestant batches) {
        var rows = tables.stored(4_400);
        var contestants = List.of(
                ours,
                new SingleRows(stage, tables, rows, CLIENTS),
                new SingleRows(stage, tables, rows, 32),
                new ManyRows(stage, tables, rows),
                batches,
                new Copy(stage, tables, rows),
                HttpPosts.single(stage, tables, 1),
                HttpPosts.paced(stage, tables, CLIENTS, () -> results.get(0).perSecond() / 2));
        contestants.forEach(contestant -> results.add(new Result(contestant.name())));
        for (int round = 1; round <= ROUNDS; round++) {
            for (int i = 0; i < contestants.size(); i++) {
                tables.empty();
                tables.emptyTwins();
                results.get(i).add(contestants.get(i).run(TURN));
            }
            System.err.println("Round " + round + " of " + ROUNDS);
        }
    }

    private void report(double alone) throws IOException {
        System.out.println(
                "| | tweets/s | p50 ms | p99 ms | p99.9 ms | cores: chat-api | PostgreSQL | Kafka | clients |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        results.forEach(result -> System.out.println(result.line()));
        System.out.println();
        var ratios = ratios(alone);
        ratios.forEach((name, ratio) -> System.out.printf("%s: %.2f%n", name, ratio));
        JsonFile.write(
                JSON,
                Map.of(
                        "ratios",
                        ratios,
                        "results",
                        results.stream().map(Result::json).toList()));
    }

    private Map<String, Double> ratios(double alone) {
        var ours = results.get(0);
        var ratios = new LinkedHashMap<String, Double>();
        ratios.put(
                "P1: posts against single-row inserts of as many connections (at least 1.5)",
                ours.times(results.get(1)));
        ratios.put("P1: posts against single-row inserts of 32 connections", ours.times(results.get(2)));
        ratios.put("P1: posts against the ceiling", ours.times(results.get(3)));
        ratios.put("P2: batches against COPY (at least 0.5)", results.get(4).times(results.get(5)));
        ratios.put(
                "p99 of a post among 256 clients against the p50 of one alone (at most 10)",
                ours.millisAt(99) / results.get(6).millisAt(50));
        ratios.put(
                "the same at half of that speed (at most 10)",
                results.get(7).millisAt(99) / results.get(6).millisAt(50));
        ratios.put("clients against a server that only says 201, against posts", alone / ours.perSecond());
        return ratios;
    }
}
