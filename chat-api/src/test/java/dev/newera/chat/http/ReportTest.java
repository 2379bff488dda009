package dev.newera.chat.http;

import static dev.newera.chat.Chat.chat;
import static dev.newera.chat.Chat.eventually;
import static dev.newera.chat.Chat.freshHashtag;
import static dev.newera.chat.Chat.json;
import static dev.newera.chat.Chat.said;
import static dev.newera.chat.Chat.tagging;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.newera.chat.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** docs/api, GET /v1/chats/{id}/report, over a small chat. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportTest {
    private static final Topics TOPICS = new Topics();

    private final String hashtag = freshHashtag();
    private String path;
    private String answer;

    @AfterAll
    static void close() {
        TOPICS.close();
    }

    @BeforeEach
    void talk() {
        var chat = chat(hashtag);
        chat.put("title", "<b>Risk</b> & \"hope\"");
        chat.put("host", "host");
        chat.put("questions", List.of(Map.of("label", "Q1", "text", "What <i>holds</i> us back?")));
        path = "/v1/chats/"
                + json(chat).post("/v1/chats").then().statusCode(201).extract().path("data.id") + "/report";
        var asked = say("12:05", "host", "Q1: What holds us back?", null);
        answer = say("12:06", "bob", "What about <script>alert(1)</script> https://example.com/?a=<b>", asked);
        say("12:07", "cat", "so true, @bob", answer);
        TOPICS.send("chat.taggings.v1", answer, tagging(answer, 1, "barriers"));
        eventually(() -> when().get("/v1/tweets/" + answer).then().body("data.tagging.state", equalTo("tagged")));
    }

    private String say(String time, String username, String text, String parent) {
        return said(time, username, text + " #" + hashtag, parent);
    }

    private ValidatableResponse report(String accept) {
        return given().accept(accept).get(path).then().statusCode(200).header("Vary", containsString("Accept"));
    }

    private String page() {
        return report("text/html")
                .header("Content-Type", equalTo("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .extract()
                .asString();
    }

    @Test
    void the_page_tells_the_chat_in_sentences_and_quotes() {
        assertThat(page())
                .contains("Over two minutes, three people posted three tweets under #" + hashtag)
                .contains("@host asked one question.")
                .contains("people spoke of “Barriers to change” (1)")
                .contains(
                        "@host asked this at 12:05. Two people spoke to it in two tweets, above all about “Barriers to change” (1).")
                .contains("Nobody talked more with one another than")
                .contains("<svg")
                .contains("href=\"transcript#t-" + answer + "\"");
    }

    @Test
    void nothing_that_people_wrote_becomes_markup() {
        assertThat(page())
                .contains("<title>Report: &lt;b&gt;Risk&lt;/b&gt; &amp; &quot;hope&quot;</title>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("<bdi>&lt;i&gt;bob&lt;/i&gt;</bdi>")
                .doesNotContain("<script", "<i>", "<b>Risk", "\u202e");
    }

    @Test
    void JSON_has_the_same_figures() {
        report("application/json")
                .contentType("application/json")
                .body("data.figures.tweet_count", equalTo(3))
                .body("data.figures.answer_count", equalTo(2))
                .body("data.figures.themed_count", equalTo(1))
                .body("data.most_answered.tweet.id", equalTo(answer))
                .body("data.themes.theme", contains("barriers"))
                .body("data.themes[0].share", equalTo(1.0f))
                .body("data.questions[0].asked_at", equalTo("2014-09-12T12:05:00.000Z"))
                .body("data.timeline", hasSize(60))
                .body("data.people[0].author.username", equalTo("bob"))
                .body("data.exchanges[0].one", equalTo("bob"))
                .body("data.exchanges[0].other", equalTo("cat"));
    }

    @Test
    void an_unchanged_report_is_answered_304_and_an_erased_tweet_changes_it() {
        var tag = report("text/html").extract().header("ETag");
        given().header("If-None-Match", tag)
                .accept("text/html")
                .get(path)
                .then()
                .statusCode(304);

        given().delete("/v1/tweets/" + answer).then().statusCode(204);

        assertThat(page()).doesNotContain("alert(1)").contains("posted two tweets");
    }

    @Test
    void a_chat_in_which_nobody_said_anything_has_a_page_that_says_so() {
        var id = json(chat(freshHashtag())).post("/v1/chats").path("data.id");

        given().accept("text/html")
                .get("/v1/chats/" + id + "/report")
                .then()
                .statusCode(200)
                .body(containsString("Nobody has tweeted under"));
    }

    @Test
    void the_page_is_for_whoever_does_not_mind_and_what_is_not_there_is_406() {
        report("*/*").header("Content-Type", equalTo("text/html;charset=UTF-8"));
        report("application/json; charset=utf-8").header("Content-Type", equalTo("application/json"));
        for (var refused : List.of("application/pdf", "text/html;q=0", "application/json;q=0.0, text/html;q=0")) {
            given().accept(refused).get(path).then().statusCode(406).contentType("application/problem+json");
        }
        when().get("/v1/chats/" + UUID.randomUUID() + "/report").then().statusCode(404);
    }
}
