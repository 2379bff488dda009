package dev.newera.chat;

import java.util.List;
import java.util.Optional;

/**
 * The chat's one order of events. Numbers become visible in the order of commits: whoever has read up to N has missed nothing
 * below N.
 */
public interface ChangeLog {

    /** What happened to a tweet. */
    enum Kind {
        POSTED,
        UPDATED,
        TAGGED,
        ERASED,
        /** Nothing happened: somebody wants it announced again, as it is. */
        ANNOUNCED
    }

    /**
     * A tweet that changed, with its state now: a later state may stand in for an earlier one.
     *
     * @param no place in the log
     * @param tweet empty once it has been erased
     * @param trace the trace of the request that it comes from ({@link Traces}), or null
     */
    record Change(long no, Kind kind, TweetId id, Optional<Tweet> tweet, String trace) {}

    /**
     * Starts to follow tweets that are to be announced (taggings are passed over) from where the follower of that name got to. Only one process at a time
     * follows under a name: empty while another does. When that one dies, the next attempt succeeds.
     */
    Optional<Following> follow(String name);

    /**
     * A stretch of the log.
     *
     * @param changes in order; a tweet that changed often stands once, at its newest change
     * @param upTo the stretch ends here, whether or not its last rows concern a follower
     */
    record Stretch(List<Change> changes, long upTo) {}

    /**
     * How far the log reaches.
     *
     * @param forgotten changes up to there have been dropped for their age; 0 if none has
     * @param newest number of the newest change, 0 if there has never been one
     */
    record Reach(long forgotten, long newest) {}

    /** How far the log reaches at this moment. */
    Reach reach();

    /**
     * The changes after a place, each for itself and taggings too, reading at most that many: for those who remember on their own
     * how far they got. Nothing is missing if {@link #reach}, asked for after this, has not forgotten beyond the place.
     */
    List<Change> after(long place, int most);

    /** How many changes stand in the log behind the place of the follower of that name; all of them if there is none yet. */
    long behind(String name);

    /** A follower's hold on the log; not for more than one thread. Methods throw UNAVAILABLE once the hold is lost. */
    interface Following extends AutoCloseable {

        /** What comes next, reading at most that many rows; nothing if {@code upTo} has not moved. */
        Stretch next(int most);

        /**
         * Remembers that everything up to there has been dealt with. If somebody moved the follower back in the meantime, to have
         * things announced again, that place holds and {@link #next} goes on from it.
         */
        void dealtWith(Stretch stretch);

        /** Lets go, so that another may follow. */
        @Override
        void close();
    }
}
