package dev.newera.chat.http;

import static dev.newera.chat.Chat.freshHashtag;
import static dev.newera.chat.Chat.json;
import static dev.newera.chat.Chat.tweet;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/api, "What bad input gets": the right status, a problem that helps, and nothing stored. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class BadInputTest {

    static Stream<Arguments> bodies() {
        var author = "\"author\":{\"username\":\"a\"}";
        return Stream.of(
                Arguments.of("malformed JSON", "{\"text\":", 400, "this is not JSON"),
                Arguments.of("an empty body", "", 400, "the body is empty"),
                Arguments.of("a duplicate key", "{\"text\":\"HT\",\"text\":\"b\"," + author + "}", 400, "given twice"),
                Arguments.of("a wrong type", "{\"text\":7," + author + "}", 400, "not of the type"),
                Arguments.of("an unknown field", "{\"text\":\"HT\",\"likes\":1," + author + "}", 400, "no field likes"),
                Arguments.of("NUL", "{\"text\":\"HT\\u0000\"," + author + "}", 400, "NUL"),
                Arguments.of(
                        "a lone surrogate", "{\"text\":\"HT\\ud83d\"," + author + "}", 400, "half a surrogate pair"),
                Arguments.of("missing text", "{" + author + "}", 422, "text is missing"),
                Arguments.of("empty text", "{\"text\":\"\"," + author + "}", 422, "text is empty"),
                Arguments.of("a missing author", "{\"text\":\"HT\"}", 422, "author.username is missing"),
                Arguments.of("a bad username", "{\"text\":\"HT\",\"author\":{\"username\":\"a b\"}}", 422, "username"),
                Arguments.of(
                        "text that is too long",
                        "{\"text\":\"" + "HT ".repeat(271) + "\"," + author + "}",
                        422,
                        "a tweet holds 280"),
                Arguments.of(
                        "a time that is none",
                        "{\"text\":\"HT\",\"created_at\":\"12/9/2014\"," + author + "}",
                        422,
                        "RFC 3339"));
    }

    @ParameterizedTest(name = "{0} is answered {2}")
    @MethodSource("bodies")
    void bad_bodies(String what, String body, int status, String help) {
        var hashtag = freshHashtag();

        given().contentType("application/json")
                .body(body.replace("HT", "#" + hashtag))
                .post("/v1/tweets")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("instance", equalTo("/v1/tweets"))
                .body("detail", containsString(help))
                .body(not(containsString("jackson")))
                .body(not(containsString("Exception")));

        when().get("/v1/tweets?hashtag=" + hashtag).then().body("data", empty());
    }

    @Test
    void invalid_UTF_8_is_answered_400_and_never_stored_as_a_question_mark() {
        var hashtag = freshHashtag();
        var body = ("{\"text\":\"#" + hashtag + " \u00ff\",\"author\":{\"username\":\"a\"}}")
                .getBytes(StandardCharsets.ISO_8859_1);

        given().contentType("application/json")
                .body(body)
                .post("/v1/tweets")
                .then()
                .statusCode(400);

        when().get("/v1/tweets?hashtag=" + hashtag).then().body("data", empty());
    }

    @Test
    void another_media_type_is_answered_415() {
        given().contentType("text/plain")
                .body("hello")
                .post("/v1/tweets")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        given().contentType("application/xml")
                .body("<a/>")
                .post("/v1/tweets")
                .then()
                .statusCode(415);
    }

    @Test
    void an_unknown_path_is_answered_404_and_a_wrong_method_405_with_Allow() {
        when().get("/v1/twets")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("instance", equalTo("/v1/twets"));
        when().get("/nothing/here").then().statusCode(404).contentType("application/problem+json");
        json(tweet("x"))
                .put("/v1/tweets")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", containsString("POST"));
        when().delete("/v1/themes").then().statusCode(405);
    }

    @Test
    void what_cannot_be_given_is_answered_406() {
        given().accept("image/png").get("/v1/tweets").then().statusCode(406).contentType("application/problem+json");
    }

    @Test
    void a_senseless_idempotency_key_is_answered_400() {
        for (var key : new String[] {"\"\"", "a b", "k".repeat(256)}) {
            json(tweet("x"))
                    .header("Idempotency-Key", key)
                    .post("/v1/tweets")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void a_body_beyond_every_limit_is_answered_413() {
        given().contentType("application/json")
                .body(new byte[1_500_000])
                .post("/v1/tweets/batch")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void a_request_line_that_is_too_long_is_answered_414() {
        when().get("/v1/tweets?q=" + "x".repeat(9_000))
                .then()
                .statusCode(414)
                .contentType("application/problem+json")
                .body("instance", equalTo("/v1/tweets"));
    }

    @Test
    void headers_that_are_too_large_are_answered_431() {
        given().header("X-Long", "x".repeat(20_000))
                .get("/v1/tweets")
                .then()
                .statusCode(431)
                .contentType("application/problem+json");
    }
}
