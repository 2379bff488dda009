package dev.newera.bench.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What each part of the system holds at one moment.
 *
 * @param mebibytes of memory; what processes of PostgreSQL share is counted once
 * @param liveHeap in MiB, of those parts that are a Java: what a collection leaves, for which each is asked now
 * @param openFiles sockets among them
 */
public record Footprint(Map<String, Double> mebibytes, Map<String, Double> liveHeap, Map<String, Integer> openFiles) {

    public static Footprint of(Stage stage) {
        var mebibytes = new LinkedHashMap<String, Double>();
        var files = new LinkedHashMap<String, Integer>();
        stage.processes().forEach((part, processes) -> {
            mebibytes.put(part, sum(processes, it -> Memory.mebibytes(it, "smaps_rollup", "Pss:")));
            files.put(part, (int) sum(processes, Footprint::openFiles));
        });
        return new Footprint(mebibytes, stage.liveHeaps(), files);
    }

    private static double sum(List<ProcessHandle> processes, ToDoubleFunction<ProcessHandle> figure) {
        return processes.stream().mapToDouble(it -> ofOne(it, figure)).sum();
    }

    private static double ofOne(ProcessHandle process, ToDoubleFunction<ProcessHandle> figure) {
        try {
            return figure.applyAsDouble(process);
        } catch (UncheckedIOException ended) {
            return 0; // A connection that was there a moment ago.
        }
    }

    private static int openFiles(ProcessHandle process) {
        try (var open = Files.list(Path.of("/proc", "" + process.pid(), "fd"))) {
            return (int) open.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
