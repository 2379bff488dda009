package dev.newera.bench.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** How much memory a process holds, second by second, as Linux counts it: all of it, not only what its Java calls its own. */
public final class Memory implements AutoCloseable {
    /** Seconds whose median stands for the beginning, or the end: one alone may be in the middle of a collection. */
    private static final int SOME = 10;

    private final ProcessHandle process;
    private final List<Double> mebibytes = new ArrayList<>();
    private final ScheduledExecutorService everySecond = Executors.newSingleThreadScheduledExecutor();

    private Memory(ProcessHandle process) {
        this.process = process;
        everySecond.scheduleAtFixedRate(() -> mebibytes.add(resident()), 0, 1, TimeUnit.SECONDS);
    }

    /** Looks on until closed. */
    public static Memory of(Service service) {
        return new Memory(service.process());
    }

    private double resident() {
        return mebibytes(process, "status", "VmRSS:");
    }

    /** What Linux says of a process in that file under that name. */
    static double mebibytes(ProcessHandle process, String file, String name) {
        try (var lines = Files.lines(Path.of("/proc", "" + process.pid(), file))) {
            return lines.filter(line -> line.startsWith(name))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024.0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In MiB. Only after closing. */
    public double atFirst() {
        return median(mebibytes.subList(0, SOME));
    }

    /** In MiB. Only after closing. */
    public double atLast() {
        return median(mebibytes.subList(mebibytes.size() - SOME, mebibytes.size()));
    }

    private static double median(List<Double> some) {
        return some.stream().sorted().toList().get(some.size() / 2);
    }

    @Override
    public void close() {
        everySecond.shutdown();
        try {
            everySecond.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
