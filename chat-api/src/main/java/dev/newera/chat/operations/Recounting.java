package dev.newera.chat.operations;

import java.util.function.Consumer;

/** Counts again what the chat keeps counts of. Methods throw UNAVAILABLE while the database is away. */
public interface Recounting {

    /** How far a recount is: so many of so many portions are done. */
    interface Progress {
        void done(int portions, int of);
    }

    /** Compares every count with a recount, and tells those that differ. Holds nobody up. */
    void verify(Consumer<Miscount> found, Progress progress);

    /**
     * The same, and puts right what differs, a day at a time. Whoever writes meanwhile is counted too: what is added to a count is
     * the difference that a look at one moment shows, and that does not change by what is counted along.
     */
    void repair(Consumer<Miscount> found, Progress progress);
}
