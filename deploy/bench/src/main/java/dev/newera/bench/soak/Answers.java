package dev.newera.bench.soak;

import java.util.Map;
import java.util.TreeMap;

/** What all dashboards together were answered. Any thread may add. */
final class Answers {
    private final Waits waits = new Waits();
    private final Map<String, Integer> failed = new TreeMap<>();
    private long unchanged;

    synchronized void answered(int status, long nanos) {
        waits.add(nanos);
        if (status == 304) {
            unchanged++;
        } else if (status != 200) {
            failed("" + status);
        }
    }

    synchronized void failed(String why) {
        failed.merge(why, 1, Integer::sum);
    }

    Waits waits() {
        return waits;
    }

    /** How often the answer was the one that the dashboard had. */
    synchronized long unchanged() {
        return unchanged;
    }

    synchronized void requireNoneFailed() {
        if (!failed.isEmpty()) {
            throw new IllegalStateException("Wrong answer: some questions of the dashboards: " + failed);
        }
    }
}
