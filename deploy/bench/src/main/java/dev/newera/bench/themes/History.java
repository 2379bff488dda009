package dev.newera.bench.themes;

import dev.newera.bench.load.HttpLoad;
import dev.newera.bench.load.Posts;
import dev.newera.bench.load.Samples;
import dev.newera.bench.system.Stage;
import dev.newera.bench.system.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Thirty days of a chat, with as many tagged tweets as one likes: copies of the labelled tweets by five thousand people, some of whom
 * say far more than others. They are written straight into the tables, and counted by the migrations that count what is stored.
 */
final class History {
    /** The first moment; thirty days follow, however many tweets they have. */
    static final String BEGIN = "2014-09-01T00:00:00Z";

    /** The one that every tweet has. */
    static final String HASHTAG = "neweranhs";

    /** So many tweets, and the first ones, carry the last theme of the codebook. */
    private static final int RARE = 20;

    private static final Path MIGRATIONS = Path.of("chat-api/src/main/resources/db/migration");

    /** Where the tables of counts are made and filled, when those of the first version are gone. */
    private static final String ROLLUPS = "-- Everywhere below";

    private static final String UNCOUNTED = """
            set local work_mem = '512MB';
            drop table tweet_count, theme_count, theme_pair_count, participant_tweet_count, theme_participant_count,
                theme_hashtag_count;
            """;

    /** What is posted is what a client would post, so texts, entities and hashtags are those of the chat itself. */
    private static final String SAID = """
            create table said as
            select row_number() over (order by t.no) - 1 as n, t.text, t.entities,
                array(select h.hashtag from tweet_hashtag h where h.tweet_id = t.id) as hashtags
            from tweet t
            """;

    private static final String EMPTY = """
            truncate tweet, change, tweet_hashtag, tagging, tag
            """;

    private static final String TWEETS = """
            insert into tweet (id, no, revision, text, username, created_at, posted_at, conversation_id, entities)
            select id, no, 1, s.text, 'person' || (5000 * power(luck, 3))::int, at, at, id, s.entities
            from generate_series(1, %1$d) no
            cross join lateral (
                select ('01480000-0000-7000-8000-' || lpad(to_hex(no), 12, '0'))::uuid as id,
                    '%2$s'::timestamptz + no * interval '30 days' / (%1$d + 1) as at,
                    (hashint8extended(no, 7) & 65535) / 65535.0 as luck
            ) as drawn
            join said s on s.n = no %% (select count(*) from said)
            """;

    private static final String HASHTAGS = """
            insert into tweet_hashtag (hashtag, no, tweet_id)
            select hashtag, t.no, t.id
            from tweet t
            join said s on s.n = t.no %% (select count(*) from said)
            cross join lateral (
                select unnest(s.hashtags) as hashtag
                union
                select '%s'
            ) as h
            """.formatted(HASHTAG);

    private static final String TAGGINGS = """
            insert into tagging
                (tweet_id, tagger_id, tagger_version, tweet_revision, codebook_id, codebook_version, tagged_at)
            select id, 'lexical', '1', 1, 'new-era', 1, posted_at
            from tweet
            """;

    /** The first theme in two of five tweets, the second in half as many, and so on. */
    private static final String TAGS = """
            insert into tag (tweet_id, tagger_id, theme, no, score, evidence)
            select t.id, 'lexical', c.theme, t.no, 0.9, '[]'
            from tweet t
            join unnest(?) with ordinality as c (theme, place)
                on case
                    when c.place = cardinality(?) then t.no <= %d
                    else (hashint8extended(t.no, c.place) & 1023) < 410 / c.place
                end
            """.formatted(RARE);

    /** As rows lie that were counted along, tweet by tweet: in the order of time. A migration groups, and leaves them in none. */
    private static final String IN_ORDER = """
            create index by_time on %1$s (bucket);
            cluster %1$s using by_time;
            drop index by_time;
            """;

    private static final List<String> ROLLED_UP =
            List.of("theme_count", "theme_pair_count", "participant_tweet_count", "theme_hashtag_count");

    private final Stage stage;
    private final Tables tables;
    private final String[] themes;

    private History(Stage stage, List<String> themes) {
        this.stage = stage;
        this.tables = new Tables(stage.database());
        this.themes = themes.toArray(String[]::new);
    }

    /** Listens to what people say, and forgets that they said it. */
    static History of(Stage stage, List<String> themes) {
        var history = new History(stage, themes);
        try (var load = new HttpLoad(stage.chatApi().port(), 1)) {
            var posts = Posts.exactly(1, Samples.batches(1_000));
            load.run(posts);
            posts.requireNoneRefused();
        }
        history.tables.awaitAnnounced();
        history.write(connection -> {
            run(connection, SAID);
            // Nobody searches for words here, and to write this index would take longer than all the rest.
            run(connection, "drop index tweet_words");
        });
        return history;
    }

    /** Fills the chat with so many tweets, and nothing else. */
    void fill(long count) {
        write(connection -> run(connection, EMPTY));
        write(connection -> {
            run(connection, TWEETS.formatted(count, BEGIN));
            run(connection, HASHTAGS);
            run(connection, TAGGINGS);
            tag(connection);
        });
        var rollups = migration("V2__rollups.sql");
        var peopleOfADay = migration("V7__people_of_a_day.sql");
        write(connection -> run(connection, UNCOUNTED + rollups.substring(rollups.indexOf(ROLLUPS)) + peopleOfADay));
        maintain();
    }

    private void tag(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement(TAGS)) {
            insert.setArray(1, connection.createArrayOf("text", themes));
            insert.setArray(2, connection.createArrayOf("text", themes));
            insert.executeUpdate();
        }
    }

    private static String migration(String name) {
        try {
            return Files.readString(MIGRATIONS.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    /** In one transaction. */
    private void write(Work work) {
        try (var connection = tables.connect(Tables.CHAT)) {
            connection.setAutoCommit(false);
            work.on(connection);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What autovacuum would do a little later: both sides are asked with statistics and a visibility map. */
    private void maintain() {
        try (var connection = tables.connect(Tables.CHAT)) {
            run(connection, "set maintenance_work_mem = '512MB'");
            for (var table : ROLLED_UP) {
                run(connection, IN_ORDER.formatted(table));
            }
            run(connection, "vacuum (analyze)");
            run(connection, "checkpoint");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
