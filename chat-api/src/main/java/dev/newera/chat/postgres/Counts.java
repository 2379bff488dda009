package dev.newera.chat.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        participants.upsert(connection, changed);
        countPeople(connection, changed);
        participants.removeEmpty(connection, changed);
        removeDeserted(connection, changed);
    }

    /**
     * Between the two: someone came if all that they have is new, and left if nothing is left. What is counted here need never be
     * counted again by whoever asks.
     */
    private static void countPeople(Connection connection, List<Map.Entry<Rollup.Key, Long>> changed)
            throws SQLException {
        var people =
                changed.stream().filter(it -> it.getKey().grain() == Grain.ALL).toList();
        new Columns<>(connection, people)
                .each("text", it -> it.getKey().hashtag())
                .each("text", it -> it.getKey().names().get(0))
                .each("text", it -> it.getKey().names().get(1))
                .each("int8", Map.Entry::getValue)
                .update("""
                        insert into participant_count as c (hashtag, theme, participant_count)
                        select p.hashtag, p.theme, sum(case when p.tweet_count = 0 then -1 else 1 end)
                        from unnest(?, ?, ?, ?) as k (hashtag, theme, username, change)
                        join theme_participant p on p.hashtag = k.hashtag and p.grain = 'all' and p.bucket = 'epoch'
                            and p.theme = k.theme and p.username = k.username
                        where p.tweet_count in (0, k.change)
                        group by p.hashtag, p.theme
                        order by p.hashtag collate "C", p.theme collate "C"
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
