package dev.newera.bench.system;

import dev.newera.embedded.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * The chat's tables, and their twins of the same columns and indexes in a schema of their own: what rivals write is then not
 * announced by chat-api while they are measured. Answers are checked against them.
 */
public final class Tables {
    /** The schema of the chat. */
    public static final String CHAT = "public";
    /** The schema of the twins. */
    public static final String TWINS = "twins";

    private static final List<String> WRITTEN = List.of("tweet", "change", "tweet_hashtag");
    private static final Duration TO_ANNOUNCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(5);
    private static final int AT_ONCE = 50_000;

    private final Database database;

    public Tables(Database database) {
        this.database = database;
    }

    public void createTwins() {
        run("create schema " + TWINS);
        run("create sequence twins.change_no");
        WRITTEN.forEach(table -> run("create table twins.%s (like public.%s including all)".formatted(table, table)));
    }

    /** Empties the chat's tables. */
    public void empty() {
        run("""
                truncate tweet, change, tweet_hashtag, tagging, tag, tweet_count, theme_count, theme_pair_count,
                    participant_tweet_count, theme_participant_count, theme_hashtag_count
                """);
    }

    /** Empties the twins. */
    public void emptyTwins() {
        run("truncate twins.tweet, twins.change, twins.tweet_hashtag");
    }

    /** Waits until every tweet has been answered by the tagger. */
    public void awaitTagged() {
        long end = System.nanoTime() + TO_ANNOUNCE.toNanos();
        while (number("select (select count(*) from tweet) - (select count(*) from tagging where failure is null)")
                > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Wrong answer: some tweets are not tagged within a minute");
            }
            LockSupport.parkNanos(10 * POLL.toNanos());
        }
    }

    /** How many tweets the chat says that it holds: of its own counts, one of which is read in no time. */
    public long counted() {
        return number("select sum(tweet_count) from tweet_count where hashtag = '' and grain = 'all'");
    }

    /** How many tweets the chat says that the tagger has answered: as {@link #counted}. */
    public long countedTagged() {
        return number("select sum(tweet_count) from theme_count where hashtag = '' and grain = 'all' and theme = ''");
    }

    /** Fails unless the tagger has answered each tweet, once: by the taggings themselves. */
    public void requireTagged() {
        requireEqual(
                "tweets that are tagged",
                number("select count(*) from tagging where failure is null"),
                number("select count(*) from tweet"));
    }

    /** A connection on which the tables of that schema are meant. Each statement is a transaction. */
    public Connection connect(String schema) {
        try {
            return DriverManager.getConnection(
                    database.jdbcUrl() + "?currentSchema=" + schema, database.user(), database.password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first tweets that the chat has stored. */
    public List<Row> stored(int most) {
        return query("""
                select text, username, entities::text,
                    array(select hashtag from tweet_hashtag h where h.tweet_id = t.id)
                from tweet t
                order by no
                limit %d
                """.formatted(most), rows -> {
            var stored = new ArrayList<Row>();
            while (rows.next()) {
                var hashtags = List.of((String[]) rows.getArray(4).getArray());
                stored.add(new Row(rows.getString(1), rows.getString(2), rows.getString(3), hashtags));
            }
            return stored;
        });
    }

    /** Fails unless there are exactly so many tweets, each with its row in the change log. */
    public void requireCount(String schema, long tweets) {
        requireEqual("tweets in the table", number("select count(*) from " + schema + ".tweet"), tweets);
        requireEqual("tweets in the log", number("""
                select count(*)
                from %s.change c
                join %s.tweet t on t.id = c.tweet_id and t.no = c.no
                """.formatted(schema, schema)), tweets);
    }

    /** Fails unless every one of these ids stands in the chat, none twice, nothing else does, and all are counted. */
    public void requireStored(List<UUID> acknowledged) {
        requireCount(CHAT, acknowledged.size());
        requireEqual("tweets acknowledged", new HashSet<>(acknowledged).size(), acknowledged.size());
        long found = 0;
        for (int from = 0; from < acknowledged.size(); from += AT_ONCE) {
            found += found(acknowledged.subList(from, Math.min(from + AT_ONCE, acknowledged.size())));
        }
        requireEqual("acknowledged tweets in the table", found, acknowledged.size());
        requireEqual("tweets counted", counted(), acknowledged.size());
    }

    private long found(List<UUID> ids) {
        try (var connection = connect(CHAT);
                var query = connection.prepareStatement("select count(*) from tweet where id = any(?)")) {
            query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the relay's place is the end of the log, and tells how long that took. */
    public Duration awaitAnnounced() {
        long start = System.nanoTime();
        while (number("select (select max(no) from change) - (select no from follower where name = 'relay')") > 0) {
            if (System.nanoTime() - start > TO_ANNOUNCE.toNanos()) {
                throw new IllegalStateException("Wrong answer: the relay does not reach the end of the log");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Fails unless both are the same. */
    public static void requireEqual(String what, long found, long expected) {
        if (found != expected) {
            throw new IllegalStateException("Wrong answer: %s: %d, not %d".formatted(what, found, expected));
        }
    }

    /** The first column of the first row; 0 for null. */
    public long number(String sql) {
        return query(sql, rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    private interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    private <T> T query(String sql, Reading<T> reading) {
        try (var connection = connect(CHAT);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return reading.of(rows);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a statement in the chat's schema. */
    public void run(String sql) {
        try (var connection = connect(CHAT);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
