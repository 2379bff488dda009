package dev.newera.local.faults;

import dev.newera.embedded.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is stored, asked of the database itself. */
record Store(Database database) {

    private static final String RECOUNT = resource("recount.sql");

    /** The tweets whose source begins so: the id of each, by its source. An attempt that is stored twice has two. */
    Map<String, List<String>> tweets(String source) throws SQLException {
        var tweets = new TreeMap<String, List<String>>();
        try (var connection = connect();
                var query = connection.prepareStatement(
                        "select source, id::text from tweet where starts_with(source, ?)")) {
            query.setString(1, source);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    tweets.computeIfAbsent(rows.getString(1), key -> new ArrayList<>())
                            .add(rows.getString(2));
                }
            }
        }
        return tweets;
    }

    /** Tweets without the answer of a tagger. */
    List<String> untagged() throws SQLException {
        return words("""
                select t.id
                from tweet t
                where t.erased_at is null
                    and not exists (select from tagging g where g.tweet_id = t.id and g.failure is null)
                """);
    }

    /** Tweets of that source to which the same happened twice: their posting or their tags took effect two times. */
    List<String> changedTwice(String source) throws SQLException {
        return words("""
                select c.kind || ' ' || c.tweet_id
                from change c
                join tweet t on t.id = c.tweet_id
                where starts_with(t.source, ?)
                group by c.kind, c.tweet_id
                having count(*) > 1
                """, source);
    }

    /** Where a rollup is not what a recount gives, a sentence each. */
    List<String> miscounted() throws SQLException {
        return words(RECOUNT);
    }

    /** How many changes stand in the log behind the place of the relay. */
    long relayBehind() throws SQLException {
        return Long.parseLong(words("""
                select count(*)
                from change
                where no > coalesce((select no from follower where name = 'relay'), 0)
                """).get(0));
    }

    /** How many tweets stand in the log behind the place of the relay. */
    long unannounced() throws SQLException {
        return Long.parseLong(words("""
                select count(*)
                from change
                where kind <> 'tagged' and no > coalesce((select no from follower where name = 'relay'), 0)
                """).get(0));
    }

    long tweetCount() throws SQLException {
        return Long.parseLong(words("select count(*) from tweet").get(0));
    }

    /** What all tables and their indices take. */
    long bytes() throws SQLException {
        return Long.parseLong(words("select sum(pg_total_relation_size(relid)) from pg_stat_user_tables")
                .get(0));
    }

    /** The number of the newest change. */
    long newestChange() throws SQLException {
        return Long.parseLong(words("select max(no) from change").get(0));
    }

    /** The changes after one of them and up to another, in their order. */
    List<Long> changes(long after, long upTo) throws SQLException {
        return words(
                        "select no from change where no > ?::bigint and no <= ?::bigint order by no",
                        Long.toString(after),
                        Long.toString(upTo))
                .stream()
                .map(Long::valueOf)
                .toList();
    }

    List<String> themes(String tweet) throws SQLException {
        return words("select theme from tag where tweet_id = ?::uuid", tweet);
    }

    /** When the newest tweet was tagged, as the worker says. */
    Instant newestTagging() throws SQLException {
        return OffsetDateTime.parse(words("""
                select to_json(g.tagged_at) #>> '{}'
                from tagging g
                join tweet t on t.id = g.tweet_id
                order by t.no desc
                limit 1
                """).get(0)).toInstant();
    }

    /** Counts of minutes that have not come yet; clocks of people may be five minutes ahead. */
    List<String> bucketsAhead() throws SQLException {
        return words("select bucket from tweet_count where bucket > now() + interval '5 minutes'");
    }

    /** Every row of the chat's state, in order: two equal lists are the same state, byte for byte. */
    List<String> everything() throws SQLException {
        var rows = new ArrayList<String>();
        for (var table : List.of(
                "tweet",
                "tagging",
                "tag",
                "tweet_count",
                "theme_count",
                "theme_pair_count",
                "participant_tweet_count",
                "theme_participant_count",
                "theme_hashtag_count")) {
            rows.addAll(words("select r::text from " + table + " r order by r::text"));
        }
        return rows;
    }

    /** Has the server begin new files of its log until it cannot. */
    void askForMoreLog() {
        try {
            for (int i = 0; i < 10; i++) words("select pg_switch_wal() from (select txid_current()) as something");
        } catch (SQLException noRoom) {
            // As was wanted.
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl() + "?loginTimeout=5", database.user(), database.password());
    }

    private List<String> words(String sql, String... parameters) throws SQLException {
        var words = new ArrayList<String>();
        try (var connection = connect();
                var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) query.setString(i + 1, parameters[i]);
            try (var rows = query.executeQuery()) {
                while (rows.next()) words.add(rows.getString(1));
            }
        }
        return words;
    }

    private static String resource(String name) {
        try (var file = Store.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
