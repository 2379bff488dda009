package dev.newera.chat.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Changes to everything that is counted of taggings, written in the taggings' own transaction and in one order of tables and keys.
 * Counts of tweets are a rollup of their own, {@link #ofTweets}: they are written after the log's lock, these before it.
 */
final class Counts {
    /** Sums: a long time is read from few wide buckets. */
    private static final Set<Grain> SUMS = EnumSet.allOf(Grain.class);

    /** Lists of names, of which wide buckets would be no shorter. */
    private static final Set<Grain> LISTS = EnumSet.of(Grain.MINUTE, Grain.ALL);

    /** A tweet that is nothing but hashtags would else be counted thousands of times. */
    private static final int MOST_NEIGHBOURS = 10;

    private final Rollup themes = new Rollup("theme_count", SUMS, "theme");
    private final Rollup pairs = new Rollup("theme_pair_count", SUMS, "theme", "other");
    private final Rollup participants = new Rollup("theme_participant", LISTS, "theme", "username");
    private final Rollup hashtags = new Rollup("theme_hashtag_count", LISTS, "theme", "other");

    /** Counts of tweets, tagged or not. */
    static Rollup ofTweets() {
        return new Rollup("tweet_count", SUMS);
    }

    /** The tweet began (+1) or ceased (-1) to be tagged. */
    void tagged(Counted tweet, long by) {
        tweet.scopes().forEach(scope -> themes.add(scope, tweet.createdAt(), by, List.of(Counted.ANY_THEME)));
    }

    /** The tweet began (+1) or ceased (-1) to carry all these themes. */
    void carries(Counted tweet, Collection<String> carried, long by) {
        tweet.scopes()
                .forEach(scope -> carried.forEach(theme -> {
                    themes.add(scope, tweet.createdAt(), by, List.of(theme));
                    participants.add(scope, tweet.createdAt(), by, List.of(theme, tweet.username()));
                    carried.stream()
                            .filter(other -> theme.compareTo(other) < 0)
                            .forEach(other -> pairs.add(scope, tweet.createdAt(), by, List.of(theme, other)));
                    tweet.hashtags().stream()
                            .limit(MOST_NEIGHBOURS)
                            .filter(hashtag -> !hashtag.equals(scope))
                            .forEach(hashtag -> hashtags.add(scope, tweet.createdAt(), by, List.of(theme, hashtag)));
                }));
    }

    /** Writes what changed. */
    void write(Connection connection) throws SQLException {
        themes.write(connection);
        pairs.write(connection);
        writeParticipants(connection);
        hashtags.write(connection);
    }

    private void writeParticipants(Connection connection) throws SQLException {
        var changed = participants.changes();
        countPeople(connection, cameOrLeft(changed, participants.upserted(connection, changed)));
        participants.removeEmpty(connection, changed);
        removeDeserted(connection, changed);
    }

    private record Company(String hashtag, String theme) implements Comparable<Company> {
        @Override
        public int compareTo(Company other) {
            return hashtag.equals(other.hashtag) ? theme.compareTo(other.theme) : hashtag.compareTo(other.hashtag);
        }
    }

    /**
     * How many people came to each theme, less those who left. Someone came if all that they have is new, and left if nothing is
     * left: the statement that counted their tweets tells. A join with the table told it too; by a plan that PostgreSQL had made
     * while the table was small, it read all participants for each one, 1.4 s a batch with 20,000 of them.
     */
    private static Map<Company, Long> cameOrLeft(List<Map.Entry<Rollup.Key, Long>> changed, Map<Rollup.Key, Long> now) {
        var people = new TreeMap<Company, Long>();
        for (var change : changed) {
            var key = change.getKey();
            var left = now.get(key);
            if (left != null && (left == 0 || left.equals(change.getValue()))) {
                people.merge(new Company(key.hashtag(), key.names().get(0)), left == 0 ? -1L : 1L, Long::sum);
            }
        }
        return people;
    }

    /** What is counted here need never be counted again by whoever asks. */
    private static void countPeople(Connection connection, Map<Company, Long> people) throws SQLException {
        new Columns<>(connection, List.copyOf(people.entrySet()))
                .each("text", it -> it.getKey().hashtag())
                .each("text", it -> it.getKey().theme())
                .each("int8", Map.Entry::getValue)
                .update("""
                        insert into participant_count as c (hashtag, theme, participant_count)
                        select hashtag, theme, participant_count
                        from unnest(?, ?, ?) as k (hashtag, theme, participant_count)
                        on conflict (hashtag, theme) do update
                        set participant_count = c.participant_count + excluded.participant_count
                        """);
    }

    private static void removeDeserted(Connection connection, List<Map.Entry<Rollup.Key, Long>> changed)
            throws SQLException {
        new Columns<>(
                        connection,
                        changed.stream().filter(it -> it.getValue() < 0).toList())
                .each("text", it -> it.getKey().hashtag())
                .each("text", it -> it.getKey().names().get(0))
                .update("""
                        delete from participant_count c
                        using unnest(?, ?) as k (hashtag, theme)
                        where c.hashtag = k.hashtag and c.theme = k.theme and c.participant_count = 0
                        """);
    }
}
