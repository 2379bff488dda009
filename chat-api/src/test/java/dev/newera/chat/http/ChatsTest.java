package dev.newera.chat.http;

import static dev.newera.chat.Chat.chat;
import static dev.newera.chat.Chat.freshHashtag;
import static dev.newera.chat.Chat.json;
import static dev.newera.chat.Chat.post;
import static dev.newera.chat.Chat.postedId;
import static dev.newera.chat.Chat.tweet;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/api, chat sessions: a hashtag, a window, and the tweets in both. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChatsTest {
    private final String hashtag = freshHashtag();

    private static ValidatableResponse declare(Map<String, Object> chat) {
        return json(chat).post("/v1/chats").then();
    }

    private String declared() {
        return declare(chat(hashtag)).statusCode(201).extract().path("data.id");
    }

    private String tweetAt(String time) {
        var tweet = tweet("take risks #" + hashtag.toUpperCase());
        tweet.put("created_at", "2014-09-12T" + time + "Z");
        return post(tweet).extract().path("data.id");
    }

    @Test
    void a_chat_is_declared_with_its_questions_and_read_again() {
        var chat = chat("#" + hashtag);
        chat.put("host", "HelenBevan");
        chat.put("questions", List.of(Map.of("label", "Q1", "text", "What holds us back?")));
        var answer = declare(chat).statusCode(201).body("data.hashtag", equalTo(hashtag));
        var id = (String) answer.extract().path("data.id");
        answer.header("Location", equalTo("/v1/chats/" + id));

        var tag = when().get("/v1/chats/" + id)
                .then()
                .statusCode(200)
                .body("data.title", equalTo("The new era of thinking and practice"))
                .body("data.starts_at", equalTo("2014-09-12T12:00:00.000Z"))
                .body("data.ends_at", equalTo("2014-09-12T13:00:00.000Z"))
                .body("data.host", equalTo("HelenBevan"))
                .body("data.questions", equalTo(List.of(Map.of("label", "Q1", "text", "What holds us back?"))))
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag).get("/v1/chats/" + id).then().statusCode(304);
    }

    @Test
    void the_tweets_of_a_chat_are_those_with_its_hashtag_in_its_window_whenever_they_were_posted() {
        tweetAt("11:59:59.999");
        var first = tweetAt("12:00:00.000");
        postedId("today, #" + hashtag);
        var id = declared();
        var last = tweetAt("12:59:59.999");
        tweetAt("13:00:00.000");

        var query = "?chat_id=" + id;
        when().get("/v1/tweets" + query).then().body("data.id", contains(last, first));
        when().get("/v1/tweets" + query + "&start_time=2014-09-12T12:30:00Z")
                .then()
                .body("data.id", contains(last));
        when().get("/v1/tweets" + query + "&hashtag=" + freshHashtag()).then().body("data", empty());
        when().get("/v1/themes" + query)
                .then()
                .body("meta.total_tweet_count", equalTo(2))
                .body("meta.start_time", equalTo("2014-09-12T12:00:00.000Z"));
        when().get("/v1/themes" + query + "&end_time=2014-09-12T12:30:00Z")
                .then()
                .body("meta.total_tweet_count", equalTo(1));
        when().get("/v1/themes" + query + "&start_time=2020-01-01T00:00:00Z")
                .then()
                .body("meta.total_tweet_count", equalTo(0));
        when().get("/v1/themes/counts" + query + "&theme=barriers").then().body("data", hasSize(60));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tweets",
                "/themes",
                "/themes/barriers",
                "/themes/counts",
                "/themes/cooccurrence",
                "/themes/barriers/participants",
                "/themes/barriers/hashtags",
                "/themes/barriers/tweets"
            })
    void every_question_can_be_asked_of_one_chat(String path) {
        when().get("/v1" + path + "?chat_id=" + declared()).then().statusCode(200);
        when().get("/v1" + path + "?chat_id=1").then().statusCode(422).body("errors[0].pointer", equalTo("chat_id"));
        when().get("/v1" + path + "?chat_id=" + UUID.randomUUID()).then().statusCode(422);
    }

    @Test
    void counts_take_a_chat_or_another_hashtag_but_not_both() {
        var id = declared();

        given().queryParam("hashtag", "#" + hashtag.toUpperCase())
                .get("/v1/themes?chat_id=" + id)
                .then()
                .statusCode(200);
        when().get("/v1/themes?hashtag=other&chat_id=" + id)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("hashtag"));
    }

    @Test
    void every_broken_rule_is_told_at_once() {
        var chat = Map.of(
                "title", " ",
                "hashtag", "not one",
                "starts_at", "2014-09-12T12:00:30Z",
                "ends_at", "2014-09-12T12:00:00Z",
                "host", "@helen",
                "questions",
                        List.of(
                                Map.of("label", "Q1", "text", "What?"),
                                Map.of("label", "Q1", "text", "What else?"),
                                Map.of("label", "first", "text", "")));

        declare(chat)
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains(
                                "/title",
                                "/hashtag",
                                "/starts_at",
                                "/ends_at",
                                "/host",
                                "/questions/1/label",
                                "/questions/2/label",
                                "/questions/2/text"))
                .body("errors.detail", hasItem(containsString("take 2014-09-12T12:00:00Z")));
        declare(Map.of()).statusCode(422).body("errors", hasSize(4));
    }

    @Test
    void a_list_with_a_null_in_it_is_told_where() {
        json("{\"title\":\"a\",\"hashtag\":\"a\",\"starts_at\":\"2014-09-12T12:00:00Z\","
                        + "\"ends_at\":\"2014-10-14T12:00:00Z\",\"questions\":[null]}")
                .post("/v1/chats")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/ends_at", "/questions/0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2014", "new era", "#", "##a", "a#b", "", "a-b", "https://example.com"})
    void what_Twitter_would_not_take_for_a_hashtag_is_none(String none) {
        declare(chat(none)).statusCode(422).body("errors[0].pointer", equalTo("/hashtag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#NewEraNHS", "＃改善", "Führung2014", "_a", "تغيير"})
    void what_Twitter_takes_for_a_hashtag_is_one_in_any_script(String one) {
        declare(chat(one)).statusCode(201).body("data.hashtag", equalTo(one.replaceAll("^[#＃]", "")));
    }

    @Test
    void the_same_key_declares_one_chat_and_never_anything_else() {
        var key = UUID.randomUUID().toString();
        var id = (String) json(chat(hashtag))
                .header("Idempotency-Key", key)
                .post("/v1/chats")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue())
                .extract()
                .path("data.id");

        json(chat(hashtag))
                .header("Idempotency-Key", key)
                .post("/v1/chats")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .body("data.id", equalTo(id));
        json(chat(freshHashtag()))
                .header("Idempotency-Key", key)
                .post("/v1/chats")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:newera:problem:key-reused"));
        json(tweet("take risks"))
                .header("Idempotency-Key", key)
                .post("/v1/tweets")
                .then()
                .statusCode(422);
        when().get("/v1/chats?hashtag=" + hashtag).then().body("data.id", contains(id));
    }

    @Test
    void chats_are_listed_page_by_page_the_one_declared_last_first() {
        var declared = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            declared.add(0, declared());
        }

        var read = new ArrayList<String>();
        var next = "/v1/chats?limit=2&hashtag=" + hashtag.toUpperCase();
        while (next != null) {
            var page = when().get(next).then().statusCode(200).extract();
            read.addAll(page.path("data.id"));
            var link = page.header("Link");
            next = link == null ? null : link.replaceAll("^<(.*)>; rel=\"next\"$", "$1");
        }
        assertThat(read).isEqualTo(declared);
        when().get("/v1/chats?limit=1").then().statusCode(200).body("data", hasSize(1));
        when().get("/v1/chats?colour=red").then().statusCode(400);
    }

    @Test
    void an_unknown_chat_is_answered_404() {
        when().get("/v1/chats/" + UUID.randomUUID()).then().statusCode(404).contentType("application/problem+json");
        when().get("/v1/chats/1").then().statusCode(404);
    }

    private void saidAt(String time, String username, String text) {
        var tweet = tweet(text + " #" + hashtag);
        tweet.put("author", Map.of("username", username));
        tweet.put("created_at", "2014-09-12T" + time + "Z");
        post(tweet);
    }

    private String asking(String host) {
        var chat = chat(hashtag);
        if (host != null) {
            chat.put("host", host);
        }
        chat.put(
                "questions",
                List.of(
                        Map.of("label", "Q1", "text", "What holds us back?"),
                        Map.of("label", "Q2", "text", "What helps?"),
                        Map.of("label", "Q3", "text", "What next?")));
        return declare(chat).statusCode(201).extract().path("data.id");
    }

    @Test
    void the_turns_of_a_chat_go_from_one_question_of_the_host_to_the_next() {
        var id = asking("HelenBevan");
        when().get("/v1/chats/" + id + "/turns").then().statusCode(200).body("data", empty());
        saidAt("12:05:00.000", "helenbevan", "Q1: What holds us back?");
        saidAt("12:06:00.000", "somebody", "Q2 will be a good one, I am told");
        saidAt("12:20:00.000", "HelenBevan", "Q2 What helps?");

        var answer = when().get("/v1/chats/" + id + "/turns").then().statusCode(200);

        answer.body("data.question", contains("Q1", "Q2"))
                .body("data.start", contains("2014-09-12T12:05:00.000Z", "2014-09-12T12:20:00.000Z"))
                .body("data.end", contains("2014-09-12T12:20:00.000Z", "2014-09-12T13:00:00.000Z"));
        var tag = answer.extract().header("ETag");
        given().header("If-None-Match", tag)
                .get("/v1/chats/" + id + "/turns")
                .then()
                .statusCode(304);
    }

    @Test
    void in_a_chat_without_a_host_whoever_asks_first_begins_a_turn() {
        var id = asking(null);
        saidAt("12:05:00.000", "somebody", "Q1: What holds us back?");
        saidAt("12:07:00.000", "somebodyelse", "Q1: What holds us back?");

        when().get("/v1/chats/" + id + "/turns")
                .then()
                .body("data.question", contains("Q1"))
                .body("data[0].start", equalTo("2014-09-12T12:05:00.000Z"));
    }

    @Test
    void a_chat_that_is_not_there_has_no_turns() {
        when().get("/v1/chats/" + UUID.randomUUID() + "/turns").then().statusCode(404);
    }
}
