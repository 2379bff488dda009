package dev.newera.bench.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running chat-api: where it takes requests, and what its Java says about itself. */
public final class Service {
    private final Program program;
    private final int port;

    Service(Program program, int port) {
        this.program = program;
        this.port = port;
    }

    public int port() {
        return port;
    }

    public ProcessHandle process() {
        return program.handle();
    }

    /** Has Java Flight Recorder look on at what is done. */
    public void record(Path file, Runnable work) {
        // Patterns go deep, and what called them lies below.
        ask("JFR.configure", "stackdepth=512");
        ask("JFR.start", "name=bench", "settings=profile");
        work.run();
        ask("JFR.stop", "name=bench", "filename=" + file.toAbsolutePath());
    }

    private void ask(String... command) {
        var jcmd = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                "" + process().pid()));
        jcmd.addAll(List.of(command));
        try {
            var process = new ProcessBuilder(jcmd).start();
            process.getInputStream().readAllBytes();
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("chat-api's Java does not answer", e);
        }
    }
}
