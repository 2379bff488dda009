package dev.newera.chat.http.stream;

import dev.newera.chat.ChangeLog;
import java.util.List;

/** What has left the row of recent events, read from the log for one client, a little at a time. */
final class Past {
    /** So many events wait for one client at most while it catches up. */
    private static final int STEP = 50;

    private final ChangeLog log;
    private final Frames frames;

    Past(ChangeLog log, Frames frames) {
        this.log = log;
        this.frames = frames;
    }

    /**
     * What came next.
     *
     * @param gone the log does not know that place: it has dropped what came after it, or never got that far
     * @param upTo the change that the frames end with, told or not
     */
    record Step(boolean gone, List<Frame> frames, long upTo) {}

    /** What came after a place. Throws UNAVAILABLE. */
    Step after(EventId place) {
        var changes = log.after(place.no(), STEP);
        // Asked for after the changes: whatever was dropped before they were read is known to be dropped now.
        var reach = log.reach();
        if (place.no() < reach.forgotten() || place.no() > reach.newest()) {
            return new Step(true, List.of(), place.no());
        }
        long upTo =
                changes.isEmpty() ? place.no() : changes.get(changes.size() - 1).no();
        return new Step(false, frames.of(changes), upTo);
    }
}
