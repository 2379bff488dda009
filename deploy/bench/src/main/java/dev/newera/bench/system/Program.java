package dev.newera.bench.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A Java program that runs beside this one, with a log of its own. Closing ends it, by force if it takes too long. */
final class Program implements AutoCloseable {
    private static final Duration TO_START = Duration.ofMinutes(3);
    private static final Duration TO_END = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(20);

    private final Process process;
    private final Path log;

    private Program(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it by the Java that runs this. */
    static Program start(Path log, List<String> arguments, Map<String, String> environment) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            return new Program(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Returns once it is ready; fails with what it wrote if it ends before, or takes three minutes. */
    Program await(BooleanSupplier ready) {
        long end = System.nanoTime() + TO_START.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("A part of the benchmark did not start. It wrote:\n" + words());
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return this;
    }

    /** Returns when it has done its work and ended; fails with what it wrote if it says that it could not, or takes longer. */
    void requireDone(Duration most) {
        try {
            if (!process.waitFor(most.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("Wrong answer: " + words());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is still in use after a collection, in MiB. */
    double liveHeap() {
        var total = ask("GC.class_histogram")
                .lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(total.trim().split("\\s+")[2]) / 1024.0 / 1024.0;
    }

    /** What its Java answers to a command of {@code jcmd}. */
    String ask(String... command) {
        var jcmd = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), "" + process.pid()));
        jcmd.addAll(List.of(command));
        try {
            var asking = new ProcessBuilder(jcmd).start();
            var answer = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            asking.waitFor(10, TimeUnit.SECONDS);
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("Java does not answer", e);
        }
    }

    String words() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(TO_END.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
