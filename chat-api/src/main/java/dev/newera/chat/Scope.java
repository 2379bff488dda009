package dev.newera.chat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The part of the chat that someone looks at. Counts are kept by the minute, so a scope begins and ends on whole minutes: what lies
 * between is widened to them.
 *
 * @param hashtag tweets with it, in lower case and without the sign; null for all tweets
 * @param start first moment of {@code createdAt}, inclusive; null for the beginning
 * @param end last moment, exclusive; null for no end
 */
public record Scope(String hashtag, Instant start, Instant end) {

    /** The whole chat. */
    public static final Scope ALL = new Scope(null, null, null);

    public Scope {
        start = start == null ? null : start.truncatedTo(ChronoUnit.MINUTES);
        end = end == null ? null : upToTheMinute(end);
    }

    private static Instant upToTheMinute(Instant end) {
        var minute = end.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(end) ? end : minute.plus(1, ChronoUnit.MINUTES);
    }

    /** The same tweets between other moments. */
    public Scope between(Instant newStart, Instant newEnd) {
        return new Scope(hashtag, newStart, newEnd);
    }

    /** Whether no time is named. */
    public boolean isForEver() {
        return start == null && end == null;
    }
}
