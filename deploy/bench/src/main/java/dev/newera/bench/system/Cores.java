package dev.newera.bench.system;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** How much processor time each process has had, as the system counts it; the difference of two shows who was busy. */
public final class Cores {
    private final long at = System.nanoTime();
    private final Map<String, Duration> used = new LinkedHashMap<>();

    private Cores(Stage stage) {
        used.put("chat-api", time(stage.chatApi().process()));
        // A server process for each connection, all children of the one that listens.
        var postgres = stage.postgresProcess();
        used.put(
                "PostgreSQL",
                Stream.concat(Stream.of(postgres), postgres.children())
                        .map(Cores::time)
                        .reduce(Duration.ZERO, Duration::plus));
        used.put("Kafka", time(stage.kafkaProcess()));
        stage.worker().ifPresent(worker -> used.put("tagging-worker", time(worker.process())));
        used.put("clients", time(ProcessHandle.current()));
    }

    public static Cores now(Stage stage) {
        return new Cores(stage);
    }

    private static Duration time(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The cores that each kept busy from then to now. */
    public Map<String, Double> since(Cores then) {
        var cores = new LinkedHashMap<String, Double>();
        used.forEach((name, time) ->
                cores.put(name, (double) time.minus(then.used.get(name)).toNanos() / (at - then.at)));
        return cores;
    }
}
