package dev.newera.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newera.bench.load.HttpLoad.Conversation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The load is what every figure hangs on, so it is tested against a server of its own. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HttpLoadTest {
    private static final String ONE = "0193a3b2-0000-7000-8000-000000000001";
    private static final String TWO = "0193a3b2-0000-7000-8000-000000000002";
    private static final ByteBuffer REQUEST = Posts.request("/v1/tweets", "{\"text\":\"Hello\"}");

    private static void run(int clients, Conversation conversation) throws IOException {
        try (var server = new AlwaysCreated("{\"data\":{\"id\":\"%s\",\"text\":\"Hello\"}}".formatted(ONE));
                var load = new HttpLoad(server.port(), clients)) {
            load.run(conversation);
        }
    }

    @Test
    void exactly_as_many_are_posted_as_were_asked_for_by_however_many_clients() throws IOException {
        for (int clients : List.of(1, 7, 300)) {
            var posts = Posts.exactly(200, List.of(REQUEST));

            run(clients, posts);

            assertThat(posts.acknowledged()).hasSize(200).containsOnly(UUID.fromString(ONE));
            assertThat(posts.latency().getTotalCount()).isEqualTo(200);
        }
    }

    @Test
    void paced_posts_come_at_their_pace_and_not_as_fast_as_they_are_answered() throws IOException {
        var posts = Posts.paced(100, Duration.ofMillis(500), List.of(REQUEST));

        run(16, posts);

        assertThat(posts.acknowledged()).hasSizeBetween(1, 51);
    }

    @Test
    void a_request_that_nobody_was_free_for_has_waited_since_it_was_due() throws IOException {
        var waits = new ArrayList<Long>();
        long due = System.nanoTime() - TimeUnit.SECONDS.toNanos(3);

        run(1, new Conversation() {
            @Override
            public ByteBuffer next() {
                return waits.size() < 2 ? REQUEST.duplicate() : null;
            }

            @Override
            public long due() {
                return due;
            }

            @Override
            public void answered(int status, ByteBuffer body, long nanos) {
                waits.add(nanos);
            }
        });

        assertThat(waits).hasSize(2).allMatch(nanos -> nanos >= TimeUnit.SECONDS.toNanos(3));
    }

    @Test
    void every_tweet_of_an_answer_to_a_batch_is_acknowledged() {
        var posts = Posts.exactly(1, List.of(REQUEST));

        posts.answered(200, bytes("{\"data\":[{\"id\":\"%s\"},{\"id\":\"%s\"}]}".formatted(ONE, TWO)), 1);

        assertThat(posts.acknowledged()).containsExactly(UUID.fromString(ONE), UUID.fromString(TWO));
    }

    @Test
    void what_is_refused_is_not_acknowledged_and_is_not_overlooked() {
        var posts = Posts.exactly(1, List.of(REQUEST));

        posts.answered(503, bytes("{\"id\":\"%s\"}".formatted(ONE)), 1);

        assertThat(posts.acknowledged()).isEmpty();
        assertThat(posts.latency().getTotalCount()).isZero();
        assertThatThrownBy(posts::requireNoneRefused).hasMessageContaining("{503=1}");
    }

    private static ByteBuffer bytes(String json) {
        return ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8));
    }
}
