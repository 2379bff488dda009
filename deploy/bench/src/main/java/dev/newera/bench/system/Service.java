package dev.newera.bench.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A running service: where it takes requests, and what it says about itself. */
public final class Service {
    private final Program program;
    private final int port;
    private final int management;

    Service(Program program, int port, int management) {
        this.program = program;
        this.port = port;
        this.management = management;
    }

    public int port() {
        return port;
    }

    public ProcessHandle process() {
        return program.handle();
    }

    /** What it counts or measures under that name, of all kinds. */
    public double metric(String name) {
        try (var metrics = URI.create("http://127.0.0.1:" + management + "/q/metrics")
                .toURL()
                .openStream()) {
            return new String(metrics.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has Java Flight Recorder look on at what is done. */
    public void record(Path file, Runnable work) {
        // Patterns go deep, and what called them lies below.
        program.ask("JFR.configure", "stackdepth=512");
        program.ask("JFR.start", "name=bench", "settings=profile");
        work.run();
        program.ask("JFR.stop", "name=bench", "filename=" + file.toAbsolutePath());
    }

    /** How long Java has spent on compiling what it runs, on all of its compiler's threads together. */
    public Duration compiling() {
        var counters = program.ask("PerfCounter.print");
        double seconds = counter(counters, "java.ci.totalTime") / counter(counters, "sun.os.hrt.frequency");
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    private static double counter(String counters, String name) {
        return counters.lines()
                .filter(line -> line.startsWith(name + "="))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    /** What is still in use after a collection, in MiB. */
    public double liveHeap() {
        return program.liveHeap();
    }
}
