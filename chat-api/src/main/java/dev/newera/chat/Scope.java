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

    /** Those of these tweets that were created between those moments too; null for any. */
    public Scope within(Instant otherStart, Instant otherEnd) {
        return new Scope(hashtag, later(start, otherStart), earlier(end, otherEnd));
    }

    private static Instant later(Instant a, Instant b) {
        return a == null || b != null && b.isAfter(a) ? b : a;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a == null || b != null && b.isBefore(a) ? b : a;
    }

    /** Whether no time is named. */
    public boolean isForEver() {
        return start == null && end == null;
    }
}
