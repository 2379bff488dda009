package dev.newera.chat.commands;

import java.io.PrintWriter;
import java.time.Duration;

/** Signs of life of what takes long: a line a second at most, and none of what is done sooner. They go where errors go. */
final class Progress {
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final PrintWriter err;
    private long toldAt = System.nanoTime();

    Progress(PrintWriter err) {
        this.err = err;
    }

    void tell(String howFar) {
        if (System.nanoTime() - toldAt >= QUIET.toNanos()) {
            toldAt = System.nanoTime();
            err.println("  … " + howFar);
            err.flush();
        }
    }
}
