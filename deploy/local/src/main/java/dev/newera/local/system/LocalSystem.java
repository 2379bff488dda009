package dev.newera.local.system;

import dev.newera.embedded.StartFailure;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The whole, running. After {@link #start} a part that ends is started again; {@link #stop} ends them all. Both tell
 * what happens in sentences.
 */
public final class LocalSystem {

    private static final long POLL_NANOS = 100_000_000;

    private final Parts parts;
    private final DataHome home;
    private final Consumer<String> tell;
    private final List<Watch> watches;
    private boolean stopped;
    /** Whether the run file has yet to tell what has changed, and whether it was told that it does not. */
    private boolean changed;

    private boolean toldUnwritten;

    public LocalSystem(Parts parts, DataHome home, Consumer<String> tell) {
        this.parts = parts;
        this.home = home;
        this.tell = tell;
        this.watches = parts.all().stream()
                .map(part -> new Watch(part, home, tell, System::nanoTime))
                .toList();
    }

    /** Returns when every part is ready. A part that ends before it is gives a failure with its last words. */
    public void start() {
        // Each as early as it can be: chat-api starts without Kafka, the worker without PostgreSQL.
        begin(parts.kafka());
        begin(parts.postgres());
        awaitReady(parts.postgres());
        begin(parts.chatApi());
        awaitReady(parts.kafka());
        begin(parts.taggingWorker());
        awaitReady(parts.chatApi());
        awaitReady(parts.taggingWorker());
        watches.forEach(Watch::beginReady);
    }

    /** Starts parts again that end; comes back when the system is stopped. */
    public void watch() {
        while (look()) LockSupport.parkNanos(POLL_NANOS);
    }

    /** The services finish what they do while both servers are there; then Kafka, then PostgreSQL. */
    public synchronized void stop() {
        stopped = true;
        var services = List.of(parts.chatApi(), parts.taggingWorker());
        services.parallelStream().forEach(Part::stop);
        parts.kafka().stop();
        parts.postgres().stop();
        home.runFile().delete();
    }

    private synchronized boolean look() {
        if (stopped) return false;
        for (var watch : watches) changed |= watch.look();
        if (changed) changed = !written();
        return true;
    }

    /** On a full disk it cannot be, and then parts have to be started again all the more. */
    private boolean written() {
        try {
            home.runFile().write(parts.all());
            toldUnwritten = false;
            return true;
        } catch (StartFailure e) {
            if (!toldUnwritten) tell.accept(e.getMessage());
            toldUnwritten = true;
            return false;
        }
    }

    private synchronized void begin(Part part) {
        if (stopped) throw new StartFailure("The start was interrupted.");
        part.start();
        home.runFile().write(parts.all());
    }

    private void awaitReady(Part part) {
        while (!part.isReady()) {
            if (part.process().isEmpty()) throw endedEarly(part);
            LockSupport.parkNanos(POLL_NANOS);
        }
        tell.accept(String.format("%-15s %s", part.name(), part.address().url()));
    }

    private StartFailure endedEarly(Part part) {
        return new StartFailure(part.name() + " ended while it started. The end of " + home.log(part.name()) + ":\n"
                + home.lastWords(part.name()));
    }
}
