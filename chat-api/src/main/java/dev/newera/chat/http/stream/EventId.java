package dev.newera.chat.http.stream;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in the stream: {@code 17} is the change of that number, {@code 17.counts} the counts as they stood when it had been told.
 *
 * @param no number of a change, 0 before the first
 * @param counts whether the counts after it are meant
 */
public record EventId(long no, boolean counts) implements Comparable<EventId> {
    private static final String COUNTS = ".counts";
    private static final Pattern TEXT = Pattern.compile("(0|[1-9]\\d{0,17})(\\.counts)?");
    private static final Comparator<EventId> ORDER =
            Comparator.comparingLong(EventId::no).thenComparing(EventId::counts);

    static EventId ofChange(long no) {
        return new EventId(no, false);
    }

    static EventId ofCountsAfter(long no) {
        return new EventId(no, true);
    }

    /** Empty for anything that no stream has given out. */
    public static Optional<EventId> parse(String text) {
        var match = TEXT.matcher(text);
        return match.matches()
                ? Optional.of(new EventId(Long.parseLong(match.group(1)), match.group(2) != null))
                : Optional.empty();
    }

    boolean isAfter(EventId other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(EventId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return counts ? no + COUNTS : Long.toString(no);
    }
}
