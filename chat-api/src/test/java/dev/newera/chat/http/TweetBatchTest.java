package dev.newera.chat.http;

import static dev.newera.chat.Chat.freshHashtag;
import static dev.newera.chat.Chat.tweet;
import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** docs/api, the batch: the good ones are stored, each bad one is told. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class TweetBatchTest {

    private static ValidatableResponse post(Object body) {
        return given().contentType("application/json")
                .body(body)
                .post("/v1/tweets/batch")
                .then();
    }

    private static ValidatableResponse postLines(String lines) {
        return given().config(config().encoderConfig(
                                encoderConfig().encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
                .contentType("application/x-ndjson")
                .body(lines)
                .post("/v1/tweets/batch")
                .then();
    }

    @Test
    void a_thousand_tweets_are_stored_in_their_order() {
        var hashtag = freshHashtag();
        var batch = IntStream.range(0, 1_000)
                .mapToObj(i -> tweet(i + " #" + hashtag))
                .toList();

        List<String> ids =
                post(batch).statusCode(200).body("errors", empty()).extract().path("data.id");

        assertThat(ids).hasSize(1_000).doesNotHaveDuplicates();
        List<String> newest = when().get("/v1/tweets?limit=100&hashtag=" + hashtag)
                .then()
                .extract()
                .path("data.id");
        Collections.reverse(newest);
        assertThat(newest).isEqualTo(ids.subList(900, 1_000));
    }

    @Test
    void good_ones_are_stored_and_each_bad_one_is_told() {
        var hashtag = freshHashtag();
        var batch = List.of(
                tweet("one #" + hashtag),
                Map.of("text", "no author"),
                tweet("two #" + hashtag),
                Map.of("txt", "unknown field"),
                "not even an object");

        post(batch)
                .statusCode(200)
                .body("data.text", contains("one #" + hashtag, "two #" + hashtag))
                .body("errors.index", contains(1, 3, 4))
                .body("errors.problem.status", contains(422, 400, 400))
                .body("errors[1].problem.errors[0].pointer", equalTo("/txt"));
        when().get("/v1/tweets?hashtag=" + hashtag).then().body("data", hasSize(2));
    }

    @Test
    void lines_of_JSON_are_a_batch_too() {
        var hashtag = freshHashtag();
        var good = "{\"text\":\"line #" + hashtag + "\",\"author\":{\"username\":\"a\"}}";

        postLines(good + "\n\n{\"text\":\n" + good + "\r\n")
                .statusCode(200)
                .body("data", hasSize(2))
                .body("errors.index", contains(1))
                .body("errors.problem.status", contains(400));
    }

    @Test
    void a_batch_under_the_same_key_is_answered_the_same_again() {
        var key = UUID.randomUUID().toString();
        var batch = List.of(tweet("one"), Map.of("text", "no author"), tweet("two"));
        var first = given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(batch)
                .post("/v1/tweets/batch");

        var second = given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(batch)
                .post("/v1/tweets/batch");

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(List.of(tweet("three")))
                .post("/v1/tweets/batch")
                .then()
                .statusCode(422);
    }

    @Test
    void what_is_no_batch_is_refused_as_a_whole() {
        post("{}").statusCode(400).contentType("application/problem+json");
        post("[{\"text\":").statusCode(400);
        post("[]").statusCode(422);
        post(IntStream.range(0, 1_001).mapToObj(i -> tweet("x")).toList())
                .statusCode(422)
                .body("detail", containsString("this one holds 1001"));
    }

    @Test
    void a_body_beyond_its_limit_is_answered_413() {
        given().contentType("application/json")
                .body("{\"text\":\"" + "x".repeat(70_000) + "\"}")
                .post("/v1/tweets")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }
}
