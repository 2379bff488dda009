package dev.newera.chat.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL plans a statement anew some five times, then may keep a plan for as long as the connection lives, or until somebody
 * analyzes the tables. What it planned in a chat that was empty is what a chat is served by that fills up in a minute.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OldPlansTest {
    private static final int UNTIL_PLANS_ARE_KEPT = 100;
    private static final int AFTER_THAT = 50;

    @Test
    void what_was_planned_in_an_empty_chat_reads_no_table_from_end_to_end_in_a_full_one() throws SQLException {
        try (var schema = new ScratchSchema().migratedTo("latest")) {
            var crowd = new Crowd(schema.database(), 7);
            use(schema, crowd, UNTIL_PLANS_ARE_KEPT);
            fill(schema);

            var before = readFromEndToEnd(schema);
            use(schema, crowd, AFTER_THAT);

            assertThat(readFromEndToEnd(schema)).isEqualTo(before);
        }
    }

    private static void use(ScratchSchema schema, Crowd crowd, int times) {
        crowd.post();
        for (int i = 0; i < times; i++) {
            crowd.act();
            var some =
                    crowd.tweets.stream().limit(1 + i % 3).map(id -> id.value()).toList();
            read(schema, some);
        }
    }

    private static void read(ScratchSchema schema, List<UUID> ids) {
        schema.database().read(connection -> TweetReader.byId(connection, ids));
    }

    private static void fill(ScratchSchema schema) {
        schema.run("""
                insert into tweet (id, no, revision, text, username, source, external_id, created_at, posted_at,
                    conversation_id)
                select gen_random_uuid(), nextval('change_no'), 1, 'text', 'person' || n % 90, 'other', n, now(), now(),
                    gen_random_uuid()
                from generate_series(1, 20000) n
                """);
        schema.run("insert into tweet_hashtag (hashtag, no, tweet_id) select 'tag' || no % 40, no, id from tweet"
                + " on conflict do nothing");
        schema.run("insert into tagging select id, 'lexical', '1', 1, 'new-era', 1, now(), null from tweet"
                + " on conflict do nothing");
        schema.run("insert into idempotency select 'k' || no, 'body', id, 'created', now() from tweet");
        schema.run("insert into tag (tweet_id, tagger_id, theme, no, score, evidence)"
                + " select id, 'lexical', 'risk' || no % 9, no, 0.9, '[]' from tweet on conflict do nothing");
    }

    /** Each large table, and how many of its rows have been read by reading all of it. */
    private static List<String> readFromEndToEnd(ScratchSchema schema) {
        schema.run("select pg_stat_force_next_flush()");
        return schema.rows("""
                select relname, seq_tup_read
                from pg_stat_user_tables
                where schemaname = '%s' and relname in ('tweet', 'tweet_hashtag', 'tagging', 'tag', 'idempotency')
                order by relname
                """.formatted(schema.name()));
    }
}
