package dev.newera.bench.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A running chat-api: where it takes requests, and what its Java says about itself. */
public final class Service {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Program program;
    private final int port;
    private final int managementPort;

    Service(Program program, int port, int managementPort) {
        this.program = program;
        this.port = port;
        this.managementPort = managementPort;
    }

    public int port() {
        return port;
    }

    public int managementPort() {
        return managementPort;
    }

    public ProcessHandle process() {
        return program.handle();
    }

    /** What it has logged by now. */
    public String words() {
        return program.words();
    }

    /** By SIGKILL: it has no say in it. */
    public void kill() {
        program.kill();
    }

    /** Bytes of the heap that are reachable, after a collection that is done for this question. */
    public long liveHeap() {
        ask("GC.run");
        var used = USED.matcher(ask("GC.heap_info").split("Metaspace")[0]);
        long bytes = 0;
        while (used.find()) {
            bytes += Long.parseLong(used.group(1)) * 1024;
        }
        return bytes;
    }

    /** Has Java Flight Recorder look on at what is done. */
    public void record(Path file, Runnable work) {
        // Patterns go deep, and what called them lies below.
        ask("JFR.configure", "stackdepth=512");
        ask("JFR.start", "name=bench", "settings=profile");
        work.run();
        ask("JFR.stop", "name=bench", "filename=" + file.toAbsolutePath());
    }

    private String ask(String... command) {
        var jcmd = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                "" + process().pid()));
        jcmd.addAll(List.of(command));
        try {
            var process = new ProcessBuilder(jcmd).start();
            var said = new String(process.getInputStream().readAllBytes());
            process.waitFor(10, TimeUnit.SECONDS);
            return said;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("chat-api's Java does not answer", e);
        }
    }
}
