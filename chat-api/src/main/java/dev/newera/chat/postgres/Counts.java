package dev.newera.chat.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Changes to everything that is counted of taggings, written in the taggings' own transaction and in one order of tables and keys.
 * Counts of tweets are a rollup of their own, {@link #ofTweets}: they are written after the log's lock, these before it.
 */
final class Counts {
    /** Sums: a long time is read from few wide buckets. */
    private static final Set<Grain> SUMS = EnumSet.allOf(Grain.class);

    /** People, of whom an hour has hardly fewer than its minutes together, and a day far fewer. */
    private static final Set<Grain> PEOPLE = EnumSet.of(Grain.MINUTE, Grain.DAY, Grain.ALL);

    /** Lists of names, of which wide buckets would be no shorter. */
    private static final Set<Grain> LISTS = EnumSet.of(Grain.MINUTE, Grain.ALL);

    /** A tweet that is nothing but hashtags would else be counted thousands of times. */
    private static final int MOST_NEIGHBOURS = 10;

    /**
     * How many people came to each theme, less those who left: who had nothing under it before, and who has nothing left. The
     * statement that counts their tweets tells, so no table is read for it. A join with the table told it too; by a plan that
     * PostgreSQL had made while the table was small, it read all participants for each one, 1.4 s a batch with 20,000 of them.
     */
    private static final String COUNT_PEOPLE = """
            with changed as (
                %s
                returning c.hashtag, c.grain, c.bucket, c.theme, coalesce(old.tweet_count, 0) as before,
                    new.tweet_count as after
            )
            insert into theme_participant_count as c (hashtag, grain, bucket, theme, participant_count)
            select hashtag, grain, bucket, theme, sum(case when after = 0 then -1 else 1 end)
            from changed
            where grain <> 'minute' and (before = 0 or after = 0)
            group by hashtag, grain, bucket, theme
            order by hashtag collate "C", grain desc, bucket, theme collate "C"
            on conflict (hashtag, grain, bucket, theme) do update
            set participant_count = c.participant_count + excluded.participant_count
            """;

    private final Rollup themes = new Rollup("theme_count", SUMS, "theme");
    private final Rollup pairs = new Rollup("theme_pair_count", SUMS, "theme", "other");
    private final Rollup participants = new Rollup("participant_tweet_count", PEOPLE, "theme", "username");
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
    void write(RoundTrip trip) throws SQLException {
        themes.write(trip);
        pairs.write(trip);
        participants.write(trip, COUNT_PEOPLE.formatted(participants.upsert()));
        hashtags.write(trip);
    }

    /** Removes what came to zero by what was written. */
    void removeEmpty(Connection connection) throws SQLException {
        themes.removeEmpty(connection);
        pairs.removeEmpty(connection);
        participants.removeEmpty(connection);
        removeDeserted(connection);
        hashtags.removeEmpty(connection);
    }

    private void removeDeserted(Connection connection) throws SQLException {
        new Columns<>(companies(participants.countedDown()))
                .each("text", Rollup.Key::hashtag)
                .each("text", key -> key.grain().sql())
                .each("int8", key -> key.bucket().toEpochMilli())
                .each("text", key -> key.names().get(0))
                .updateEach(connection, """
                        delete from theme_participant_count
                        where hashtag = ? and grain = ? and bucket = to_timestamp(? / 1000.0) and theme = ?
                            and participant_count = 0
                        """);
    }

    /** Where those people are counted, each theme and bucket once. */
    private static List<Rollup.Key> companies(List<Rollup.Key> people) {
        return people.stream()
                .filter(it -> it.grain() != Grain.MINUTE)
                .map(it -> new Rollup.Key(
                        it.hashtag(), it.grain(), it.bucket(), it.names().subList(0, 1)))
                .distinct()
                .toList();
    }
}
