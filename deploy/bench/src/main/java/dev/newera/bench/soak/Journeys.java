package dev.newera.bench.soak;

import java.util.HashMap;
import java.util.Map;

/**
 * The way of each tweet, counted from when it was due to be posted: until that was acknowledged, and until a listener was told of its
 * themes. Which of the two comes first does not matter. Only what is under way is remembered.
 */
final class Journeys {
    private final Map<Long, Long> posted = new HashMap<>();
    private final Map<Long, Long> told = new HashMap<>();
    private final Waits acknowledged = new Waits();
    private final Waits themes = new Waits();

    /** A tweet that was due then is acknowledged now. */
    synchronized void isPosted(long tweet, long due) {
        acknowledged.add(System.nanoTime() - due);
        var at = told.remove(tweet);
        if (at == null) {
            posted.put(tweet, due);
        } else {
            themes.add(at - due);
        }
    }

    /** The listener was told of the tweet's themes then. */
    synchronized void isTold(long tweet, long at) {
        var due = posted.remove(tweet);
        if (due == null) {
            told.put(tweet, at);
        } else {
            themes.add(at - due);
        }
    }

    Waits acknowledged() {
        return acknowledged;
    }

    Waits themes() {
        return themes;
    }
}
