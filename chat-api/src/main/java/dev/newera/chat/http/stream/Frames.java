package dev.newera.chat.http.stream;

import dev.newera.chat.ChangeLog.Change;
import dev.newera.chat.ChangeLog.Kind;
import dev.newera.chat.SeeThemes.Overview;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes events into frames. */
final class Frames {
    /** A client that does not read holds at most what it was given last, so frames are kept small. */
    private static final int LARGE = 64 * 1024;

    private final EventBodies bodies;

    Frames(EventBodies bodies) {
        this.bodies = bodies;
    }

    /**
     * Changes in their order. What was said of a tweet that is erased by now is left out, its erasure follows; and what is only
     * announced again is no news here.
     */
    List<Frame> of(List<Change> changes) {
        var frames = new ArrayList<Frame>();
        var writing = new Frame.Writing();
        for (var change : changes) {
            if (isNews(change)) {
                writing.add(EventId.ofChange(change.no()), type(change), bodies.of(change));
            }
            if (writing.length() >= LARGE) {
                frames.add(writing.done());
                writing = new Frame.Writing();
            }
        }
        if (writing.length() > 0) {
            frames.add(writing.done());
        }
        return frames;
    }

    private static boolean isNews(Change change) {
        return change.kind() == Kind.ERASED
                || change.kind() != Kind.ANNOUNCED && change.tweet().isPresent();
    }

    private static String type(Change change) {
        return "tweet." + change.kind().name().toLowerCase(Locale.ROOT);
    }

    Frame of(EventId id, Overview counts) {
        return new Frame.Writing().add(id, "theme.counts", bodies.of(counts)).done();
    }
}
