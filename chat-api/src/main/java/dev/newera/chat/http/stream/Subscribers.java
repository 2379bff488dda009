package dev.newera.chat.http.stream;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who listens to this replica. Safe from many threads. */
final class Subscribers {
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

    /** There may be something new for everyone. */
    void wake() {
        all.forEach(Subscriber::wake);
    }

    /** Lets everyone, and whatever stands between, know that the line is not dead. */
    void beat() {
        all.forEach(Subscriber::beat);
    }

    void end() {
        all.forEach(Subscriber::end);
    }
}
