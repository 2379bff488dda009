package dev.newera.chat.http.pages;

import dev.newera.chat.Author;
import dev.newera.chat.ChatSession;
import dev.newera.chat.Place;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** How the pages say times, people and reasons. Times are UTC. */
final class Words {
    private static final DateTimeFormatter DAY = format("d MMMM uuuu");
    private static final DateTimeFormatter MINUTE = format("HH:mm");
    private static final DateTimeFormatter DAY_AND_MINUTE = format("d MMM HH:mm");
    private static final DateTimeFormatter EXACT = format("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

    /** Marks that turn the direction of text around: in a name they would turn what the page says beside it. */
    private static final Pattern TURNS = Pattern.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]");

    private Words() {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    /** RFC 3339, for machines. */
    static String exact(Instant at) {
        return EXACT.format(at);
    }

    /** The time of day, with the day in a chat session that does not end on the day on which it begins. */
    static String time(Instant at, ChatSession chat) {
        return (isOfOneDay(chat) ? MINUTE : DAY_AND_MINUTE).format(at);
    }

    /** {@code 12 September 2014, 12:00–13:00 UTC}. */
    static String window(ChatSession chat) {
        return isOfOneDay(chat)
                ? "%s, %s–%s UTC"
                        .formatted(
                                DAY.format(chat.startsAt()),
                                MINUTE.format(chat.startsAt()),
                                MINUTE.format(chat.endsAt()))
                : "%s, %s UTC, to %s, %s UTC"
                        .formatted(
                                DAY.format(chat.startsAt()),
                                MINUTE.format(chat.startsAt()),
                                DAY.format(chat.endsAt()),
                                MINUTE.format(chat.endsAt()));
    }

    /** Midnight still belongs to the day before. */
    private static boolean isOfOneDay(ChatSession chat) {
        return DAY.format(chat.startsAt()).equals(DAY.format(chat.endsAt().minusMillis(1)));
    }

    /** A person's name as a page can show it; null for whoever has none. */
    static String name(Author author) {
        var name = author.name() == null ? "" : plain(author.name());
        return name.isBlank() ? null : name;
    }

    /** Text that stands within a line of the page. */
    static String plain(String text) {
        return TURNS.matcher(text).replaceAll("").replaceAll("\\s+", " ").strip();
    }

    /** With two digits, as nobody reads more. */
    static String score(double score) {
        return String.format(Locale.ROOT, "%.2f", score);
    }

    /** Why a tweet stands where it stands. */
    static String reason(Place.How how) {
        return switch (how) {
            case ASKS -> "asks";
            case LABEL -> "by its label";
            case REPLY -> "by its thread";
            case MENTION -> "names the question";
            case TIME -> "by its time";
            case NONE -> "";
        };
    }
}
