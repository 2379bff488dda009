package dev.newera.local.system;

import java.util.Optional;

/**
 * One of the processes that make up the system. It answers on the same address after each start. The methods are
 * called by one thread at a time.
 */
public interface Part {

    /** The name that people see, and that its log has. */
    String name();

    Address address();

    /** Starts the process on the data that is there; returns when it is there, which is before it is ready. */
    void start();

    /** The process, for as long as it runs. */
    Optional<ProcessHandle> process();

    /** Whether it does what it is for. */
    boolean isReady();

    /** Asks the process to end, waits for that, and kills it when it takes too long. None running is fine. */
    void stop();
}
