package dev.newera.chat.http.stream;

import dev.newera.chat.Bell;
import dev.newera.chat.ChangeLog;
import dev.newera.chat.Scope;
import dev.newera.chat.SeeThemes;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Reads the change log as it grows, once for all clients of this replica, and adds what it finds to the recent events; it rests
 * while nobody listens. After a failure it goes on from where it was, so a database that was away leaves no gap.
 */
final class Tail {
    private static final Logger LOG = Logger.getLogger(Tail.class);

    /** Far fewer than the recent events have room for: nobody is left behind by a single stretch. */
    private static final int STRETCH = 200;

    /** Clients that come back after this replica was started again find what they missed here, and need not read the log. */
    private static final int LOOK_BACK = 1_000;

    private static final Duration LOOK_AROUND = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Counts change with almost every tagging; people read them no faster than this. */
    private static final Duration BETWEEN_COUNTS = Duration.ofMillis(500);

    private final ChangeLog log;
    private final SeeThemes themes;
    private final Bell bell;
    private final Frames frames;
    private final Recent recent;
    private final Subscribers subscribers;
    private final Thread thread = new Thread(this::run, "stream-tail");
    private volatile boolean stopping;
    private long countedAt;

    Tail(ChangeLog log, SeeThemes themes, Bell bell, Frames frames, Recent recent, Subscribers subscribers) {
        this.log = log;
        this.themes = themes;
        this.bell = bell;
        this.frames = frames;
        this.recent = recent;
        this.subscribers = subscribers;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Somebody has come. */
    void wake() {
        LockSupport.unpark(thread);
    }

    void stop() {
        stopping = true;
        bell.ring();
        wake();
    }

    private void run() {
        while (!stopping) {
            try {
                step();
            } catch (InterruptedException e) {
                stopping = true;
            } catch (RuntimeException error) {
                LOG.warnf("The stream pauses and goes on from where it was error=%s", reason(error));
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static String reason(Throwable error) {
        return error.getCause() == null ? error.getMessage() : error.getCause().toString();
    }

    private void step() throws InterruptedException {
        if (subscribers.isEmpty()) {
            recent.close();
            LockSupport.park();
        } else if (recent.isOpen()) {
            goOn();
        } else {
            begin();
        }
    }

    private void begin() throws InterruptedException {
        var reach = log.reach();
        recent.beginAfter(Math.max(reach.newest() - LOOK_BACK, reach.forgotten()));
        while (addNext() == STRETCH) {}
        tellCounts();
        recent.open();
        subscribers.wake();
    }

    private void goOn() throws InterruptedException {
        long rings = bell.rings();
        int added = addNext();
        if (countsAreOld() && untilCounts().isZero()) {
            tellCounts();
        }
        if (added < STRETCH) {
            bell.await(rings, countsAreOld() ? shorter(LOOK_AROUND, untilCounts()) : LOOK_AROUND);
        }
    }

    /** Returns how many changes there were. */
    private int addNext() throws InterruptedException {
        var changes = log.after(recent.end(), STRETCH);
        if (!changes.isEmpty()) {
            frames.of(changes).forEach(recent::add);
            recent.endAt(changes.get(changes.size() - 1).no());
            subscribers.wake();
        }
        return changes.size();
    }

    private boolean countsAreOld() {
        return recent.counted() < recent.end();
    }

    private Duration untilCounts() {
        var left = BETWEEN_COUNTS.minusNanos(System.nanoTime() - countedAt);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** Read after the changes that they are told after, so they are never older than those. */
    private void tellCounts() throws InterruptedException {
        recent.add(frames.of(EventId.ofCountsAfter(recent.end()), themes.all(Scope.ALL)));
        countedAt = System.nanoTime();
        subscribers.wake();
    }
}
