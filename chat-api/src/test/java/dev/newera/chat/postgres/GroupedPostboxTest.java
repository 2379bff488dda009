package dev.newera.chat.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newera.chat.Author;
import dev.newera.chat.Bell;
import dev.newera.chat.Entities;
import dev.newera.chat.Failure;
import dev.newera.chat.IdempotencyKey;
import dev.newera.chat.Postbox;
import dev.newera.chat.Postbox.Outcome;
import dev.newera.chat.Postbox.Posted;
import dev.newera.chat.Postbox.Posting;
import dev.newera.chat.TaggingStatus;
import dev.newera.chat.Traces;
import dev.newera.chat.Tweet;
import dev.newera.chat.TweetId;
import dev.newera.chat.Tweets;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The write path under the hand: what a flush does with many, with a bad one among them, and when it is full. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class GroupedPostboxTest {
    @Inject
    Postbox postbox;

    @Inject
    Database database;

    @Inject
    Tweets tweets;

    private static Tweet tweet(String text) {
        var id = new TweetId(UUID.randomUUID());
        var now = Instant.parse("2014-09-12T12:00:00Z");
        return new Tweet(
                id,
                1,
                text,
                new Author("nhslean", null),
                now,
                now,
                id,
                Optional.empty(),
                null,
                null,
                new Entities(List.of(), List.of(), List.of()),
                TaggingStatus.PENDING,
                List.of());
    }

    private CompletableFuture<Posted> put(Tweet tweet) {
        return postbox.put(new Posting(tweet, Optional.empty())).toCompletableFuture();
    }

    @Test
    void many_at_once_are_all_stored_and_each_gets_its_own_answer() {
        var posted =
                IntStream.range(0, 3_000).mapToObj(i -> tweet("tweet " + i)).toList();

        var answers = posted.stream().map(this::put).toList();

        for (int i = 0; i < posted.size(); i++) {
            assertThat(answers.get(i).join().tweet()).isEqualTo(posted.get(i));
        }
        assertThat(tweets.get(posted.get(2_999).id()).text()).isEqualTo("tweet 2999");
    }

    @Test
    void a_row_that_the_database_refuses_fails_alone() {
        var answers = IntStream.range(0, 50)
                .mapToObj(i -> put(tweet(i == 17 ? "no\0good" : "good")))
                .toList();

        for (int i = 0; i < 50; i++) {
            var answer = answers.get(i);
            if (i == 17) {
                assertThatThrownBy(answer::join)
                        .hasCauseInstanceOf(Failure.class)
                        .hasMessageContaining("cannot be stored");
            } else {
                assertThat(answer.join().outcome()).isEqualTo(Outcome.CREATED);
            }
        }
    }

    @Test
    void a_key_that_is_in_use_is_a_conflict_and_free_again_afterwards() {
        var closed = new GroupedPostbox(database, new Bell(), Traces.OFF, 10, 10, new SimpleMeterRegistry());
        var posting = new Posting(
                tweet("one"), Optional.of(new IdempotencyKey(UUID.randomUUID().toString(), "f")));
        var first = closed.put(posting).toCompletableFuture();

        assertThatThrownBy(() -> closed.put(posting).toCompletableFuture().join())
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("still being answered");

        closed.open();
        assertThat(first.join().outcome()).isEqualTo(Outcome.CREATED);
        assertThat(closed.put(posting).toCompletableFuture().join().outcome()).isEqualTo(Outcome.REPLAYED_CREATED);
        closed.close();
    }

    @Test
    void one_more_than_there_is_room_for_is_told_to_come_back() {
        var full = new GroupedPostbox(database, new Bell(), Traces.OFF, 10, 2, new SimpleMeterRegistry());
        full.put(new Posting(tweet("one"), Optional.empty()));
        full.put(new Posting(tweet("two"), Optional.empty()));

        assertThatThrownBy(() -> full.put(new Posting(tweet("three"), Optional.empty()))
                        .toCompletableFuture()
                        .join())
                .hasMessageContaining("More tweets are waiting");

        full.open();
        full.close();
    }

    @Test
    void whoever_posts_while_the_postbox_closes_is_answered() {
        for (int round = 0; round < 10; round++) {
            var closing =
                    new GroupedPostbox(database, new Bell(), Traces.OFF, 10, 10, new SimpleMeterRegistry()).open();
            var posters = IntStream.range(0, 4)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> postUntilClosed(closing)))
                    .toList();

            closing.close();

            posters.forEach(CompletableFuture::join);
        }
    }

    /** One after the other: each is stored, or told to come back, and none waits for ever. */
    private static void postUntilClosed(GroupedPostbox closing) {
        do {
            var answer = closing.put(new Posting(tweet("last words"), Optional.empty()))
                    .toCompletableFuture()
                    .orTimeout(20, TimeUnit.SECONDS)
                    .handle((posted, error) -> posted == null ? error.getMessage() : "stored")
                    .join();
            assertThat(answer).matches("stored|More tweets are waiting.*");
        } while (closing.isAlive());
    }

    @Test
    void what_waits_is_stored_before_the_postbox_closes() {
        var closing = new GroupedPostbox(database, new Bell(), Traces.OFF, 10, 100, new SimpleMeterRegistry());
        var answers = IntStream.range(0, 45)
                .mapToObj(i -> closing.put(new Posting(tweet("late " + i), Optional.empty()))
                        .toCompletableFuture())
                .toList();

        closing.open();
        closing.close();

        assertThat(answers).allMatch(CompletableFuture::isDone).noneMatch(CompletableFuture::isCompletedExceptionally);
    }
}
