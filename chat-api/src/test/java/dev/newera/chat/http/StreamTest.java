package dev.newera.chat.http;

import static dev.newera.chat.Chat.eventually;
import static dev.newera.chat.Chat.postedId;
import static dev.newera.chat.Chat.tagging;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.newera.chat.Listener;
import dev.newera.chat.Listener.Heard;
import dev.newera.chat.Topics;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
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
                .mapToObj(i -> threads.submit(() -> postedId("tweet " + i)))
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
        var posted = heard.stream().map(it -> it.data().getString("id")).toList();
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

    @Test
    void whoever_was_away_for_long_is_told_all_that_the_log_holds() {
        var id = postedId("long ago");
        when().delete("/v1/tweets/{id}", id);
        try (var listener = Listener.asking("?last_event_id=0")) {
            eventually(() -> assertThat(listener.heardOf(id)).containsExactly("tweet.erased"));

            var changes = listener.heard().stream()
                    .filter(it -> it.type().startsWith("tweet."))
                    .toList();
            assertThat(changes).extracting(Heard::no).isSorted().doesNotHaveDuplicates();
            assertThat(listener.heard("reset")).isEmpty();
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
            eventually(() -> assertThat(listener.comments()).hasSizeGreaterThan(1));
        }
    }

    @Test
    void other_methods_and_media_types_are_told_so() {
        given().post("/v1/stream").then().statusCode(405).header("Allow", containsString("GET"));
        given().accept("application/json").get("/v1/stream").then().statusCode(406);
    }
}
