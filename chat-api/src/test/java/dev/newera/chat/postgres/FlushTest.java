package dev.newera.chat.postgres;

import static dev.newera.chat.Chat.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.chat.Author;
import dev.newera.chat.Caller;
import dev.newera.chat.Entities;
import dev.newera.chat.Failure;
import dev.newera.chat.IdempotencyKey;
import dev.newera.chat.Postbox.Outcome;
import dev.newera.chat.Postbox.Posting;
import dev.newera.chat.TaggingStatus;
import dev.newera.chat.Tweet;
import dev.newera.chat.TweetId;
import dev.newera.chat.postgres.Flush.Settled;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is posted again, while others erase it or after they have. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FlushTest {
    /** Whether somebody waits for what this connection holds. */
    private static final String HOLDS_SOMEBODY_UP =
            "select exists (select from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid)))";

    private static Tweet imported(String externalId, TweetId parent) {
        var id = new TweetId(UUID.randomUUID());
        var at = Instant.parse("2014-09-12T12:00:00Z");
        return new Tweet(
                id,
                1,
                "text",
                new Author("nhslean", null),
                at,
                at,
                id,
                Optional.ofNullable(parent),
                "archive",
                externalId,
                new Entities(List.of(), List.of(), List.of()),
                TaggingStatus.PENDING,
                List.of());
    }

    private static Settled store(Connection connection, Tweet tweet, String key) throws SQLException {
        var posting = new Posting(tweet, Optional.ofNullable(key).map(it -> new IdempotencyKey(it, "body")));
        return Flush.store(connection, List.of(posting), List.of()).get(0);
    }

    private static Settled store(ScratchSchema schema, Tweet tweet, String key) {
        return schema.database().write(connection -> store(connection, tweet, key));
    }

    private static void erase(ScratchSchema schema, TweetId id) {
        schema.database().write(connection -> Erasure.erase(connection, id, Caller.ANYONE));
    }

    private static boolean holdsSomebodyUp(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(HOLDS_SOMEBODY_UP);
                var rows = query.executeQuery()) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    @Test
    void a_key_that_came_for_a_tweet_while_it_was_erased_is_gone_with_it() throws Exception {
        try (var schema = new ScratchSchema().migratedTo("latest");
                var flush = schema.source().getConnection()) {
            var first = imported("1", null);
            store(schema, first, null);

            flush.setAutoCommit(false);
            LogLock.take(flush);
            var erasing = CompletableFuture.runAsync(() -> erase(schema, first.id()));
            eventually(() -> assertThat(holdsSomebodyUp(flush)).isTrue());
            assertThat(store(flush, imported("1", null), "key").posted().outcome())
                    .isEqualTo(Outcome.KNOWN);
            flush.commit();
            erasing.join();

            assertThat(schema.rows("select key from idempotency")).isEmpty();
        }
    }

    @Test
    void a_key_whose_tweet_is_gone_is_as_good_as_new() throws Exception {
        try (var schema = new ScratchSchema().migratedTo("latest")) {
            var gone = imported("1", null);
            store(schema, gone, null);
            erase(schema, gone.id());
            schema.run("insert into idempotency (key, fingerprint, tweet_id, outcome, used_at)"
                    + " values ('key', 'body', '" + gone.id() + "', 'known', now())");

            var again = imported("1", null);

            assertThat(store(schema, again, "key").posted().outcome()).isEqualTo(Outcome.CREATED);
            assertThat(schema.rows("select tweet_id from idempotency"))
                    .containsExactly(again.id().toString());
        }
    }

    @Test
    void what_is_here_already_is_known_also_when_what_it_answers_has_been_erased() throws Exception {
        try (var schema = new ScratchSchema().migratedTo("latest")) {
            var parent = imported("1", null);
            var answer = imported("2", parent.id());
            store(schema, parent, null);
            store(schema, answer, null);
            erase(schema, parent.id());

            var again = store(schema, imported("2", parent.id()), null).posted();

            assertThat(again.outcome()).isEqualTo(Outcome.KNOWN);
            assertThat(again.tweet().id()).isEqualTo(answer.id());
        }
    }

    @Test
    void the_second_of_two_in_one_flush_is_known_unless_the_first_is_refused() throws Exception {
        try (var schema = new ScratchSchema().migratedTo("latest")) {
            var unknown = new TweetId(UUID.randomUUID());
            var postings = List.of(imported("1", unknown), imported("1", null), imported("1", null)).stream()
                    .map(tweet -> new Posting(tweet, Optional.empty()))
                    .toList();

            var settled = schema.database().write(connection -> Flush.store(connection, postings, List.of()));

            assertThat(settled.get(0).failure().code()).isEqualTo(Failure.Code.INVALID);
            assertThat(settled.get(1).posted().outcome()).isEqualTo(Outcome.CREATED);
            assertThat(settled.get(2).posted().outcome()).isEqualTo(Outcome.KNOWN);
            assertThat(settled.get(2).posted().tweet().id())
                    .isEqualTo(postings.get(1).tweet().id());
        }
    }
}
