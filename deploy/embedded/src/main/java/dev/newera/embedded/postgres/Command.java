package dev.newera.embedded.postgres;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A program that runs to its end, and what it printed. */
record Command(int exitCode, String output) {

    /** Runs the program with the given lines as its input. */
    static Command run(List<String> command, String... input) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            for (var line : input) in.write(line + "\n");
        }
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Command(exitCode(process), output.strip());
    }

    boolean succeeded() {
        return exitCode == 0;
    }

    private static int exitCode(Process process) throws InterruptedIOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
