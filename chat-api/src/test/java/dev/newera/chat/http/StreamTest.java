package dev.newera.chat.http;

import static dev.newera.chat.Chat.eventually;
import static dev.newera.chat.Chat.json;
import static dev.newera.chat.Chat.postedId;
import static dev.newera.chat.Chat.tagging;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.newera.chat.DeafListener;
import dev.newera.chat.Listener;
import dev.newera.chat.Listener.Heard;
import dev.newera.chat.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/api, {@code GET /v1/stream}. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class StreamTest {
    private static final Topics TOPICS = new Topics();

    @Inject
    MeterRegistry meters;

    @Inject
    DataSource source;

    @AfterAll
    static void close() {
        TOPICS.close();
    }

    private static void awaitBegun(Listener listener) {
        eventually(() -> assertThat(listener.heard("theme.counts")).isNotEmpty());
    }

    private static List<String> ids(Listener listener) {
        return listener.heard().stream().map(Heard::id).toList();
    }

    @Test
    void a_tweet_is_told_when_it_is_posted_when_it_is_tagged_and_when_it_is_erased() {
        try (var listener = Listener.fromNow()) {
            awaitBegun(listener);

            var id = postedId("What barrier?");
            eventually(() -> assertThat(listener.heardOf(id)).containsExactly("tweet.posted"));
            TOPICS.send("chat.taggings.v1", id, tagging(id, 1, "barriers"));
            eventually(() -> assertThat(listener.heardOf(id)).containsExactly("tweet.posted", "tweet.tagged"));
            var tweet = when().get("/v1/tweets/{id}", id).jsonPath();
            when().delete("/v1/tweets/{id}", id);
            eventually(() ->
                    assertThat(listener.heardOf(id)).containsExactly("tweet.posted", "tweet.tagged", "tweet.erased"));

            var told = listener.heard().stream().filter(it -> it.isAbout(id)).toList();
            assertThat(told.get(0).data().getString("text")).isEqualTo("What barrier?");
            assertThat(told.get(1).data().getMap("")).isEqualTo(tweet.getMap("data"));
            assertThat(told.get(2).data().getMap("")).isEqualTo(Map.of("id", id));
            assertThat(told).extracting(Heard::no).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void a_newcomer_is_told_how_things_stand_and_then_of_every_change_of_it() {
        try (var listener = Listener.fromNow()) {
            awaitBegun(listener);
            assertThat(listener.heard().get(0).type()).isEqualTo("theme.counts");
            var id = postedId("counted");
            TOPICS.send("chat.taggings.v1", id, tagging(id, 1, "barriers"));

            eventually(() -> {
                var themes = when().get("/v1/themes").jsonPath();
                var counts = listener.heard("theme.counts");
                var told = counts.get(counts.size() - 1).data();
                assertThat(told.getInt("total_tweet_count")).isEqualTo(themes.getInt("meta.total_tweet_count"));
                assertThat(told.getInt("tagged_tweet_count")).isEqualTo(themes.getInt("meta.tagged_tweet_count"));
                assertThat(told.getList("themes.theme")).isEqualTo(themes.getList("data.id"));
                assertThat(told.getList("themes.tweet_count")).isEqualTo(themes.getList("data.tweet_count"));
                assertThat(told.getList("themes.participant_count"))
                        .isEqualTo(themes.getList("data.participant_count"));
                assertThat(listener.heardOf(id)).contains("tweet.tagged");
            });
            assertThat(ids(listener)).doesNotHaveDuplicates();
        }
    }

    @Test
    void whoever_comes_back_hears_what_was_missed_and_nothing_twice() throws Exception {
        var heard = new ArrayList<Heard>();
        try (var listener = Listener.fromNow()) {
            awaitBegun(listener);
            heard.addAll(listener.heard());
        }
        var threads = Executors.newFixedThreadPool(4);
        var posting = IntStream.range(0, 200)
                .mapToObj(i -> threads.submit(() -> Listener.post("tweet " + i)))
                .toList();
        while (!posting.stream().allMatch(Future::isDone)) {
            hear(heard, Listener.after(last(heard)), () -> posting.stream().allMatch(Future::isDone));
        }
        threads.shutdown();
        var end = postedId("the last one");
        try (var listener = Listener.after(last(heard))) {
            eventually(() -> assertThat(listener.heardOf(end)).isNotEmpty());
            heard.addAll(listener.heard());
        }

        assertThat(heard).extracting(Heard::id).doesNotHaveDuplicates();
        var posted = heard.stream().map(Heard::tweetId).toList();
        for (var tweet : posting) {
            assertThat(posted).contains(tweet.get());
        }
    }

    /** Some events, then the line is cut. */
    private static void hear(List<Heard> heard, Listener listener, BooleanSupplier orIf) {
        try (listener) {
            eventually(() -> assertThat(listener.heard().size() > 5 || orIf.getAsBoolean())
                    .isTrue());
            heard.addAll(listener.heard());
        }
    }

    private static String last(List<Heard> heard) {
        return heard.get(heard.size() - 1).id();
    }

    private static String now() {
        try (var listener = Listener.fromNow()) {
            awaitBegun(listener);
            return last(listener.heard());
        }
    }

    private static void postMany(int batches, int each, String text) {
        var tweet = "{\"text\":\"%s\",\"author\":{\"username\":\"nhslean\"}}".formatted(text);
        var batch = "[" + String.join(",", Collections.nCopies(each, tweet)) + "]";
        IntStream.range(0, batches)
                .forEach(i -> json(batch).post("/v1/tweets/batch").then().statusCode(200));
    }

    /** More than the replica keeps at hand. */
    @Test
    void whoever_was_away_for_long_is_told_everything_from_the_log() {
        var before = now();
        var erased = postedId("long ago");
        postMany(2, 600, "while you were away");
        when().delete("/v1/tweets/{id}", erased);

        try (var listener = Listener.asking("?last_event_id=" + before)) {
            eventually(() -> assertThat(listener.heard("tweet.erased")).isNotEmpty());

            assertThat(listener.heardOf(erased)).containsExactly("tweet.erased");
            assertThat(listener.heard("tweet.posted")).hasSize(1_200);
            assertThat(listener.heard()).extracting(Heard::no).isSorted();
            assertThat(ids(listener)).doesNotHaveDuplicates();
        }
    }

    @Test
    void clients_that_do_not_read_are_told_and_dropped_and_a_fast_one_does_not_notice() {
        var dropped = meters.counter("chat.stream.dropped");
        double before = dropped.count();
        var deaf = Stream.generate(DeafListener::new).limit(10).toList();
        try (var fast = Listener.fromNow()) {
            awaitBegun(fast);

            // Heavier than 280 letters: more than is kept for all, and than the kernel keeps for each.
            for (int heard = 250; heard <= 750; heard += 250) {
                postMany(1, 250, "👨‍👩‍👧‍👦".repeat(140));
                int all = heard;
                eventually(() -> assertThat(fast.heard("tweet.posted")).hasSize(all));
            }

            eventually(() -> assertThat(dropped.count() - before).isEqualTo(10));
            assertThat(deaf.get(0).said()).contains("event: dropped");
            var end = last(fast.heard());
            var lastTold = deaf.get(0).lastId();
            try (var back = Listener.after(lastTold)) {
                eventually(() -> assertThat(ids(back)).contains(end));
                long missed = fast.heard("tweet.posted").stream()
                        .filter(it -> it.no() > noOf(lastTold))
                        .count();
                assertThat(back.heard("tweet.posted")).hasSize((int) missed);
            }
        } finally {
            deaf.forEach(DeafListener::close);
        }
    }

    private static long noOf(String id) {
        return Long.parseLong(id.replace(".counts", ""));
    }

    @Test
    void whoever_comes_back_to_what_the_log_has_dropped_is_told_to_begin_again() throws SQLException {
        postedId("too long ago");
        dropOldest();

        try (var listener = Listener.asking("?last_event_id=0")) {
            awaitBegun(listener);

            assertThat(listener.heard().get(0).type()).isEqualTo("reset");
            assertThat(listener.heard().get(1).type()).isEqualTo("theme.counts");
        }
    }

    private void dropOldest() throws SQLException {
        try (var connection = source.getConnection();
                var drop = connection.createStatement()) {
            drop.execute("""
                    with oldest as (delete from change where no = (select min(no) from change) returning no)
                    update forgotten
                    set no = oldest.no
                    from oldest
                    """);
        }
    }

    @Test
    void an_id_that_the_chat_has_never_given_out_is_reset_and_the_stream_goes_on() {
        try (var listener = Listener.after("999999999999999")) {
            awaitBegun(listener);
            var id = postedId("after the reset");
            eventually(() -> assertThat(listener.heardOf(id)).containsExactly("tweet.posted"));

            assertThat(listener.heard().get(0).type()).isEqualTo("reset");
            assertThat(listener.heard().get(0).no())
                    .isLessThanOrEqualTo(listener.heard().get(1).no());
            assertThat(ids(listener)).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "01", "1.count", "1.counts.counts", "1e3", "99999999999999999999", "", "1 "})
    void a_text_that_is_no_id_is_refused(String id) {
        given().header("Last-Event-ID", id.isEmpty() ? "\"\"" : id.replace(' ', '_'))
                .get("/v1/stream")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("Last-Event-ID"));
        given().queryParam("last_event_id", id.isEmpty() ? "?" : id)
                .get("/v1/stream")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("last_event_id"));
    }

    @Test
    void a_filter_is_refused_not_overlooked() {
        when().get("/v1/stream?theme=barriers").then().statusCode(400).body("detail", containsString("last_event_id"));
    }

    @Test
    void no_proxy_keeps_the_stream_and_none_takes_it_for_dead() {
        try (var listener = Listener.fromNow()) {
            var headers = listener.answer().headers();
            assertThat(headers.firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
            assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
            assertThat(headers.firstValue("X-Accel-Buffering")).hasValue("no");
            assertThat(headers.firstValue("Content-Encoding").orElse("identity"))
                    .isEqualTo("identity");
            eventually(() -> assertThat(listener.comments()).hasSizeGreaterThan(1));
        }
    }

    @Test
    void other_methods_and_media_types_are_told_so() {
        given().post("/v1/stream").then().statusCode(405).header("Allow", containsString("GET"));
        given().accept("application/json").get("/v1/stream").then().statusCode(406);
    }
}
