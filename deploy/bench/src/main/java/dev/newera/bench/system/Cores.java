package dev.newera.bench.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** How much processor time each process has had, as the system counts it; the difference of two shows who was busy. */
public final class Cores {
    /** Of the fields of {@code /proc/PID/stat} behind the name: time in user mode, in the system, and of ended children the same. */
    private static final int UTIME = 11;

    private static final int CSTIME = 14;
    private static final int MILLIS_OF_TICK = 10;

    private final long at = System.nanoTime();
    private final Map<String, Duration> used = new LinkedHashMap<>();

    private Cores(Stage stage) {
        stage.processes()
                .forEach((part, processes) ->
                        used.put(part, processes.stream().map(Cores::time).reduce(Duration.ZERO, Duration::plus)));
        used.put("clients", time(ProcessHandle.current()));
    }

    public static Cores now(Stage stage) {
        return new Cores(stage);
    }

    /** Its own time, and that of its children which have ended: what autovacuum's processes did is not to get lost. */
    private static Duration time(ProcessHandle process) {
        try {
            var stat = Files.readString(Path.of("/proc", "" + process.pid(), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = IntStream.rangeClosed(UTIME, CSTIME)
                    .mapToLong(field -> Long.parseLong(fields[field]))
                    .sum();
            return Duration.ofMillis(ticks * MILLIS_OF_TICK);
        } catch (IOException ended) {
            return Duration.ZERO;
        }
    }

    /** The cores that each kept busy from then to now. */
    public Map<String, Double> since(Cores then) {
        var cores = new LinkedHashMap<String, Double>();
        used.forEach((name, time) ->
                cores.put(name, (double) time.minus(then.used.get(name)).toNanos() / (at - then.at)));
        return cores;
    }
}
