package dev.newera.chat.http.stream;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Who listens to this replica. Safe from many threads. */
final class Subscribers {
    /** A connection's thread that is stuck for longer keeps nobody else waiting. */
    private static final Duration A_TURN = Duration.ofSeconds(1);

    private final Set<Subscriber> all = ConcurrentHashMap.newKeySet();

    void add(Subscriber subscriber) {
        all.add(subscriber);
    }

    void remove(Subscriber subscriber) {
        all.remove(subscriber);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    int count() {
        return all.size();
    }

    /**
     * There may be something new for everyone. Comes back when each has been given what its connection has room for: whoever falls
     * behind does so because it does not read, not because it had no turn.
     */
    void wake() throws InterruptedException {
        var awake = List.copyOf(all);
        var turns = new CountDownLatch(awake.size());
        awake.forEach(subscriber -> subscriber.wake(turns::countDown));
        turns.await(A_TURN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets everyone, and whatever stands between, know that the line is not dead. */
    void beat() {
        all.forEach(Subscriber::beat);
    }

    void end() {
        all.forEach(Subscriber::end);
    }
}
