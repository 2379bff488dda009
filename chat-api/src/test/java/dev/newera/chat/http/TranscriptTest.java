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
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newera.chat.Topics;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** docs/api, GET /v1/chats/{id}/transcript, over a small chat in which somebody is up to no good. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class TranscriptTest {
    private static final Topics TOPICS = new Topics();
    private static final String EVIL =
            "A1: <script>alert(1)</script> \u202e**bold** [x](javascript:alert(1)) & \"quotes\"";

    private final String hashtag = freshHashtag();
    private String path;
    private String asked;
    private String answer;
    private String formula;

    @AfterAll
    static void close() {
        TOPICS.close();
    }

    @BeforeEach
    void talk() {
        var chat = chat(hashtag);
        chat.put("host", "host");
        chat.put(
                "questions",
                List.of(
                        Map.of("label", "Q1", "text", "What <b>holds</b> us back?"),
                        Map.of("label", "Q2", "text", "And now?")));
        path = "/v1/chats/"
                + json(chat).post("/v1/chats").then().statusCode(201).extract().path("data.id") + "/transcript";
        say("12:00", "ann", "hello", null);
        asked = say("12:05", "host", "Q1: What holds us back?", null);
        answer = say("12:06", "bob", EVIL, asked);
        say("12:07", "cat", "so true, @bob", answer);
        formula = say("12:08", "dan", "@host =HYPERLINK(\"https://evil.example\") A2", null);
        TOPICS.send("chat.taggings.v1", answer, tagging(answer, 1, "barriers"));
        eventually(() -> when().get("/v1/tweets/" + answer).then().body("data.tagging.state", equalTo("tagged")));
    }

    private String say(String time, String username, String text, String parent) {
        return said(time, username, text + " #" + hashtag, parent);
    }

    private String transcript(String accept, String contentType) {
        return given().accept(accept)
                .get(path)
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo(contentType))
                .header("Vary", containsString("Accept"))
                .extract()
                .asString();
    }

    private List<JsonNode> lines() {
        return transcript("application/x-ndjson", "application/x-ndjson")
                .lines()
                .map(TranscriptTest::read)
                .toList();
    }

    private static JsonNode read(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<CSVRecord> rows() throws IOException {
        var table = transcript("text/csv", "text/csv;charset=UTF-8;header=present");
        assertThat(table).startsWith("\ufeff\"question\",");
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(table.substring(1)))
                .getRecords();
    }

    @Test
    void NDJSON_has_every_tweet_as_it_was_posted_with_its_place() {
        var lines = lines();

        assertThat(lines)
                .extracting(it -> it.get("question").asText() + " "
                        + it.get("placed_by").asText() + " " + it.get("thread") + " " + it.get("depth"))
                .containsExactly("null none 1 0", "Q1 asks 2 0", "Q1 label 3 0", "Q1 reply 3 1", "Q1 time 4 0");
        assertThat(lines.get(2).at("/tweet/text").asText()).isEqualTo(EVIL + " #" + hashtag);
        assertThat(lines.get(2).at("/tweet/themes/0/theme").asText()).isEqualTo("barriers");
        assertThat(lines.get(2).at("/tagged_by").asText()).isEqualTo("machine");
        assertThat(lines.get(3).at("/tagged_by").isNull()).isTrue();
    }

    @Test
    void CSV_has_a_row_for_each_tweet_and_no_formula() throws IOException {
        var rows = rows();

        assertThat(rows).hasSize(5);
        var evil = rows.get(2);
        assertThat(evil.get("text")).isEqualTo(EVIL + " #" + hashtag);
        assertThat(evil.get("themes")).isEqualTo("barriers");
        assertThat(evil.get("evidence")).isEqualTo("barriers: What");
        assertThat(evil.get("tagged_by")).isEqualTo("machine");
        assertThat(evil.get("codebook_version")).isEqualTo("1");
        assertThat(evil.get("created_at")).isEqualTo("2014-09-12T12:06:00.000Z");
        assertThat(rows.get(4).get("text")).startsWith("'@host =HYPERLINK(");
    }

    @Test
    void a_page_has_every_tweet_and_nobody_elses_markup() {
        var page = transcript("text/html", "text/html;charset=UTF-8");

        assertThat(page)
                .startsWith("<!doctype html>")
                .contains("What &lt;b&gt;holds&lt;/b&gt; us back?")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("<bdi>&lt;i&gt;bob&lt;/i&gt;</bdi>")
                .contains("Barriers to change")
                .contains("id=\"t-" + answer + "\"")
                .contains("href=\"#t-" + asked + "\"")
                .endsWith("</html>\n")
                .doesNotContain("<script", "<i>", "<b>holds");
        given().accept("text/html")
                .get(path)
                .then()
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .header("X-Content-Type-Options", equalTo("nosniff"));
    }

    @Test
    void a_reply_leads_only_to_what_is_on_the_page() {
        var elsewhere = said("12:09", "eve", "said without the hashtag", null);
        say("12:10", "fay", "me too", elsewhere);

        var page = transcript("text/html", "text/html;charset=UTF-8");

        assertThat(page)
                .contains("<span class=\"soft\">in reply</span>")
                .contains("<a href=\"#t-" + answer + "\">in reply</a>")
                .doesNotContain(elsewhere);
    }

    @Test
    void Markdown_has_every_tweet_as_a_quotation() {
        var text = transcript("text/markdown", "text/markdown;charset=UTF-8");

        assertThat(text)
                .startsWith("# The new era of thinking and practice\n")
                .contains("## Q1: What \\<b\\>holds\\<\\/b\\> us back\\?")
                .contains("> A1\\: \\<script\\>alert\\(1\\)\\<\\/script\\>")
                .contains("*Barriers to change* 0.90 “What”")
                .contains("## Q2: And now\\?\n\n*Nobody spoke to this.*");
    }

    @Test
    void an_erased_tweet_is_in_no_form() throws IOException {
        given().delete("/v1/tweets/" + answer).then().statusCode(204);

        assertThat(lines()).hasSize(4).noneMatch(it -> it.toString().contains("script"));
        assertThat(rows()).hasSize(4);
        assertThat(transcript("text/html", "text/html;charset=UTF-8")).doesNotContain("alert(1)");
        assertThat(transcript("text/markdown", "text/markdown;charset=UTF-8")).doesNotContain("alert");
    }

    @Test
    void the_page_is_for_whoever_does_not_mind_and_what_is_not_there_is_406() {
        transcript("*/*", "text/html;charset=UTF-8");
        transcript("text/csv;q=0.5, text/markdown", "text/markdown;charset=UTF-8");
        transcript("text/csv; charset=utf-8", "text/csv;charset=UTF-8;header=present");
        transcript("text/html;q=0, */*", "text/markdown;charset=UTF-8");
        given().accept("application/pdf").get(path).then().statusCode(406).contentType("application/problem+json");
        when().get("/v1/chats/" + UUID.randomUUID() + "/transcript")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        json(Map.of()).post(path).then().statusCode(405).header("Allow", equalTo("GET"));
    }
}
