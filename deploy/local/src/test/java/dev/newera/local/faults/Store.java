package dev.newera.local.faults;

import dev.newera.embedded.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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
                "theme_participant",
                "participant_count",
                "theme_hashtag_count")) {
            rows.addAll(words("select r::text from " + table + " r order by r::text"));
        }
        return rows;
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
