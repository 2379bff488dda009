package dev.newera.chat.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Changes to the counts, gathered while a transaction works and written once, in the order of their keys: two transactions that
 * count the same themes then wait for one another instead of dying in a deadlock.
 */
final class Counts {
    private final Map<LocalDate, Long> tagged = new TreeMap<>();
    private final Map<ThemeDay, Long> themes = new TreeMap<>();
    private final Map<Participant, Long> participants = new TreeMap<>();

    private record ThemeDay(String theme, LocalDate day) implements Comparable<ThemeDay> {
        @Override
        public int compareTo(ThemeDay other) {
            int byTheme = theme.compareTo(other.theme);
            return byTheme != 0 ? byTheme : day.compareTo(other.day);
        }
    }

    private record Participant(String theme, String username) implements Comparable<Participant> {
        @Override
        public int compareTo(Participant other) {
            int byTheme = theme.compareTo(other.theme);
            return byTheme != 0 ? byTheme : username.compareTo(other.username);
        }
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** A tweet of that day began (+1) or ceased (-1) to be tagged. */
    void tagged(LocalDate day, long by) {
        tagged.merge(day, by, Long::sum);
    }

    /** A tweet of that day and author began (+1) or ceased (-1) to carry the theme. */
    void theme(String theme, LocalDate day, String username, long by) {
        themes.merge(new ThemeDay(theme, day), by, Long::sum);
        participants.merge(new Participant(theme, username), by, Long::sum);
    }

    /** Writes what changed. */
    void write(Connection connection) throws SQLException {
        var byTheme = changed(themes);
        new Columns<>(connection, byTheme)
                .each("text", it -> it.getKey().theme())
                .each("date", it -> it.getKey().day().toString())
                .each("int8", Map.Entry::getValue)
                .update("""
                        insert into theme_count as c (theme, day, tweet_count)
                        select *
                        from unnest(?, ?, ?)
                        on conflict (theme, day) do update
                        set tweet_count = c.tweet_count + excluded.tweet_count
                        """);
        writeParticipants(connection);
        addDays(connection, "tagged_count", tagged);
    }

    private void writeParticipants(Connection connection) throws SQLException {
        new Columns<>(connection, changed(participants))
                .each("text", it -> it.getKey().theme())
                .each("text", it -> it.getKey().username())
                .each("int8", Map.Entry::getValue)
                .update("""
                        insert into theme_participant as c (theme, username, tweet_count)
                        select *
                        from unnest(?, ?, ?)
                        on conflict (theme, username) do update
                        set tweet_count = c.tweet_count + excluded.tweet_count
                        """);
    }

    /** Adds to a table of days; {@code table} is one of this package's own names. */
    static void addDays(Connection connection, String table, Map<LocalDate, Long> days) throws SQLException {
        new Columns<>(connection, changed(days))
                .each("date", it -> it.getKey().toString())
                .each("int8", Map.Entry::getValue)
                .update("""
                        insert into %s as c (day, tweet_count)
                        select *
                        from unnest(?, ?)
                        on conflict (day) do update
                        set tweet_count = c.tweet_count + excluded.tweet_count
                        """.formatted(table));
    }

    private static <K> List<Map.Entry<K, Long>> changed(Map<K, Long> counts) {
        return counts.entrySet().stream().filter(it -> it.getValue() != 0).toList();
    }
}
