package dev.newera.chat.http;

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
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** docs/api, the tweets: posting, reading, finding. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class TweetsTest {
    private static final String RADICALS =
            "Not only lack of support, but lack of awareness of the very existence of radicals #NewEraNHS";

    @Test
    void a_posted_tweet_is_answered_201_with_its_place_and_can_be_read_there() {
        var created = post(tweet(RADICALS))
                .header("Location", matchesPattern("/v1/tweets/[0-9a-f-]{36}"))
                .header("ETag", notNullValue())
                .body("data.text", equalTo(RADICALS))
                .body("data.author.username", equalTo("nhslean"))
                .body("data.revision", equalTo(1))
                .body("data.created_at", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"))
                .body("data.in_reply_to_id", nullValue())
                .body("data.tagging.state", equalTo("pending"))
                .body("data.themes", empty())
                .body("data.entities.hashtags", equalTo(List.of(Map.of("start", 82, "end", 92, "tag", "NewEraNHS"))))
                .extract();

        when().get(created.header("Location"))
                .then()
                .statusCode(200)
                .body("data.id", equalTo(created.path("data.id")))
                .body("data.text", equalTo(RADICALS));
    }

    @Test
    void what_was_posted_comes_back_byte_for_byte() {
        var text = "  👩‍👩‍👧‍👦 cafe\u0301 café שלום \u202eabc " + "\u0301".repeat(60) + "\t\r\n end ";

        var id = post(tweet(text)).body("data.text", equalTo(text)).extract().path("data.id");

        when().get("/v1/tweets/{id}", (String) id).then().body("data.text", equalTo(text));
    }

    @Test
    void an_unchanged_tweet_is_answered_304() {
        var id = postedId("unchanged");
        var tag = when().get("/v1/tweets/{id}", id).then().extract().header("ETag");

        given().header("If-None-Match", tag).get("/v1/tweets/{id}", id).then().statusCode(304);
        given().header("If-None-Match", "\"other\"")
                .get("/v1/tweets/{id}", id)
                .then()
                .statusCode(200);
    }

    @Test
    void pages_are_newest_first_and_together_hold_every_tweet_once() {
        var hashtag = freshHashtag();
        var posted = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            posted.add(postedId("tweet " + i + " #" + hashtag));
        }
        Collections.reverse(posted);

        var read = new ArrayList<String>();
        var next = "/v1/tweets?limit=3&hashtag=" + hashtag;
        while (next != null) {
            var page = when().get(next).then().statusCode(200).extract();
            read.addAll(page.path("data.id"));
            var link = page.header("Link");
            assertThat(link == null).isEqualTo(page.path("meta.next_cursor") == null);
            next = link == null ? null : link.replaceAll("^<(.*)>; rel=\"next\"$", "$1");
        }
        assertThat(read).isEqualTo(posted);
    }

    @Test
    void a_page_holds_20_tweets_unless_asked_for_1_to_100() {
        var hashtag = freshHashtag();
        var batch =
                IntStream.range(0, 101).mapToObj(i -> tweet(i + " #" + hashtag)).toList();
        json(batch).post("/v1/tweets/batch").then().body("errors", empty());

        var pages = Map.of("", 20, "limit=1&", 1, "limit=100&", 100);
        pages.forEach((limit, size) -> when().get("/v1/tweets?" + limit + "hashtag=" + hashtag)
                .then()
                .body("data", hasSize(size))
                .body("meta.result_count", equalTo(size)));
    }

    @Test
    void filters_work_alone_and_together() {
        var hashtag = freshHashtag();
        var author = hashtag.substring(0, 20);
        var first = tweet("Learning from failure #" + hashtag);
        first.put("author", Map.of("username", author));
        first.put("created_at", "2014-09-12T12:00:00Z");
        var id = (String) post(first).extract().path("data.id");
        var second = tweet("Take risks #" + hashtag);
        second.put("created_at", "2014-09-12T13:00:00+01:00");
        post(second);

        for (var query : List.of(
                "author=" + author.toUpperCase(),
                "hashtag=#" + hashtag.toUpperCase() + "&q=failures",
                "hashtag=" + hashtag + "&author=" + author + "&tagging_state=pending",
                "conversation_id=" + id,
                "hashtag=" + hashtag
                        + "&q=learn -risks&start_time=2014-09-12T12:00:00Z&end_time=2014-09-12T12:00:00.001Z")) {
            given().urlEncodingEnabled(false)
                    .get("/v1/tweets?"
                            + query.replace("#", "%23").replace(" ", "%20").replace("+", "%2B"))
                    .then()
                    .statusCode(200)
                    .body("data.id", contains(id));
        }
        when().get("/v1/tweets?hashtag=" + hashtag + "&theme=barriers").then().body("data", empty());
        when().get("/v1/tweets?hashtag=" + hashtag + "&end_time=2014-09-12T12:00:00Z")
                .then()
                .body("data", empty());
    }

    @Test
    void wildcards_and_quotes_in_a_search_are_words_and_nothing_more() {
        var hashtag = freshHashtag();
        postedId("said once #" + hashtag);
        for (var query : List.of("%", "_", "'", "x' or 1=1 --", "!&|():*", "\"open", "\\", "sai:*")) {
            given().queryParam("hashtag", hashtag)
                    .queryParam("q", query)
                    .get("/v1/tweets")
                    .then()
                    .statusCode(200)
                    .body("data", empty());
        }
    }

    @Test
    void a_cursor_is_refused_with_other_filters_or_when_tampered_with() {
        var hashtag = freshHashtag();
        postedId("one #" + hashtag);
        postedId("two #" + hashtag);
        String cursor = when().get("/v1/tweets?limit=1&hashtag=" + hashtag)
                .then()
                .extract()
                .path("meta.next_cursor");

        when().get("/v1/tweets?limit=50&hashtag=" + hashtag + "&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("data", hasSize(1));
        when().get("/v1/tweets?limit=1&cursor=" + cursor)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        when().get("/v1/tweets?hashtag=" + hashtag + "&cursor=" + cursor.substring(0, 31) + "_")
                .then()
                .statusCode(400);
        when().get("/v1/tweets?hashtag=" + hashtag + "&cursor=" + "A".repeat(500))
                .then()
                .statusCode(400);
    }

    @Test
    void an_unknown_or_senseless_query_parameter_is_refused_and_named() {
        when().get("/v1/tweets?hastag=x").then().statusCode(400).body("errors[0].pointer", equalTo("hastag"));
        when().get("/v1/tweets?limit=0")
                .then()
                .statusCode(422)
                .body("detail", equalTo("limit is a number from 1 to 100"));
        when().get("/v1/tweets?limit=101").then().statusCode(422);
        when().get("/v1/tweets?limit=ten").then().statusCode(422);
        when().get("/v1/tweets?limit=1&limit=2").then().statusCode(400);
        when().get("/v1/tweets?start_time=yesterday")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("start_time"));
        when().get("/v1/tweets?start_time={time}", "+999999999-12-31T23:59:59Z")
                .then()
                .statusCode(422);
        when().get("/v1/tweets?tagging_state=maybe").then().statusCode(422);
        when().get("/v1/tweets?min_score=2").then().statusCode(422);
        given().urlEncodingEnabled(false).get("/v1/tweets?q=%00").then().statusCode(400);
    }

    @Test
    void the_same_key_with_the_same_body_is_answered_the_same_again() {
        var key = UUID.randomUUID().toString();
        var body = tweet("once only");
        var first = json(body)
                .header("Idempotency-Key", key)
                .post("/v1/tweets")
                .then()
                .statusCode(201)
                .extract();

        var second = json(body)
                .header("Idempotency-Key", "\"" + key + "\"")
                .post("/v1/tweets")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", first.header("Location"))
                .header("ETag", first.header("ETag"))
                .extract();

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(first.header("Idempotency-Replayed")).isNull();
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        var key = UUID.randomUUID().toString();
        json(tweet("one thing"))
                .header("Idempotency-Key", key)
                .post("/v1/tweets")
                .then()
                .statusCode(201);

        json(tweet("another"))
                .header("Idempotency-Key", key)
                .post("/v1/tweets")
                .then()
                .statusCode(422)
                .body("type", endsWith(":key-reused"));
    }

    @Test
    void a_tweet_from_elsewhere_is_stored_once_and_then_answered_200() {
        var body = tweet("imported");
        body.put("source", "archive");
        body.put("external_id", UUID.randomUUID().toString());
        String id = post(body).extract().path("data.id");
        body.put("text", "imported again, with other words");

        json(body)
                .post("/v1/tweets")
                .then()
                .statusCode(200)
                .body("data.id", equalTo(id))
                .body("data.text", equalTo("imported"));
    }

    @Test
    void an_answer_joins_the_conversation_and_shows_in_its_context() {
        var first = postedId("Q1: what blocks change?");
        var answer = tweet("A1: fear");
        answer.put("in_reply_to_id", first);
        String second = post(answer)
                .body("data.conversation_id", equalTo(first))
                .extract()
                .path("data.id");
        answer.put("text", "and targets");
        answer.put("in_reply_to_id", second);
        String third = post(answer)
                .body("data.conversation_id", equalTo(first))
                .extract()
                .path("data.id");

        when().get("/v1/tweets/{id}/context", second)
                .then()
                .statusCode(200)
                .body("data.ancestors.id", contains(first))
                .body("data.descendants.id", contains(third));
        when().get("/v1/tweets?conversation_id=" + first).then().body("data.id", contains(third, second, first));
    }

    private static String answered(String parent) {
        var answer = tweet("and targets");
        answer.put("in_reply_to_id", parent);
        return post(answer).extract().path("data.id");
    }

    @Test
    void the_context_goes_on_behind_a_tweet_that_was_erased() {
        var first = postedId("Q1: what blocks change?");
        var second = answered(first);
        var third = answered(second);
        var fourth = answered(third);
        when().delete("/v1/tweets/{id}", second).then().statusCode(204);

        when().get("/v1/tweets/{id}/context", first).then().body("data.descendants.id", contains(third, fourth));
        when().get("/v1/tweets/{id}/context", fourth).then().body("data.ancestors.id", contains(first, third));
    }

    @Test
    void an_answer_has_its_context_however_long_the_conversation_is() {
        var first = postedId("Q1: what blocks change?");
        var others = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 1_000; i++) {
            var other = tweet("answer " + i);
            other.put("in_reply_to_id", first);
            others.add(other);
        }
        json(others).post("/v1/tweets/batch").then().statusCode(200);

        var late = answered(first);
        var later = answered(late);

        when().get("/v1/tweets/{id}/context", late)
                .then()
                .body("data.ancestors.id", contains(first))
                .body("data.descendants.id", contains(later));
    }

    @Test
    void an_answer_to_nothing_is_refused_whatever_the_id_looks_like() {
        for (var parent : List.of(UUID.randomUUID().toString(), "17", "x".repeat(5000))) {
            var answer = tweet("A1");
            answer.put("in_reply_to_id", parent);
            json(answer)
                    .post("/v1/tweets")
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/in_reply_to_id"))
                    .body("detail", containsString("names no tweet of this chat"));
        }
    }

    @Test
    void an_erased_tweet_is_gone_from_every_list_and_stays_gone() {
        var hashtag = freshHashtag();
        var id = postedId("a word too much #" + hashtag);

        when().delete("/v1/tweets/{id}", id).then().statusCode(204);
        when().delete("/v1/tweets/{id}", id).then().statusCode(204);

        when().get("/v1/tweets/{id}", id).then().statusCode(410).contentType("application/problem+json");
        when().get("/v1/tweets?hashtag=" + hashtag).then().body("data", empty());
        var answer = tweet("too late");
        answer.put("in_reply_to_id", id);
        json(answer).post("/v1/tweets").then().statusCode(422);
    }

    @Test
    void what_never_was_is_not_found() {
        for (var id : List.of(UUID.randomUUID().toString(), "17", "%00", "..%2f", "x".repeat(2000))) {
            when().get("/v1/tweets/" + id).then().statusCode(404).contentType("application/problem+json");
            when().delete("/v1/tweets/" + id).then().statusCode(404);
        }
    }
}
