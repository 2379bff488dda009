package dev.newera.embedded;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Processes that are not this one's children, so that nobody here can wait for them as a parent can. */
public final class Processes {

    private static final long POLL_NANOS = Duration.ofMillis(10).toNanos();

    private Processes() {}

    /**
     * Whether the process does anything. One that has ended but that its parent did not reap yet (in a container often
     * nobody does) is alive to {@link ProcessHandle#isAlive}; what it lacks is a command. The program of another user's
     * process may be hidden, for root too (in a container it lacks SYS_PTRACE), but its command line is not.
     */
    public static boolean isRunning(ProcessHandle process) {
        var info = process.info();
        return process.isAlive() && info.command().or(info::commandLine).isPresent();
    }

    /** Waits for the end of the process, and tells whether it came in time. */
    public static boolean awaitEnd(ProcessHandle process, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (isRunning(process)) {
            if (System.nanoTime() > deadline) return false;
            LockSupport.parkNanos(POLL_NANOS);
        }
        return true;
    }
}
