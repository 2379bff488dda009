package dev.newera.chat.http;

import static dev.newera.chat.Chat.eventually;
import static dev.newera.chat.Chat.freshHashtag;
import static dev.newera.chat.Chat.postedId;
import static dev.newera.chat.Chat.tagging;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import dev.newera.chat.Topics;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** docs/api, the themes: tags arrive over Kafka and are shown and counted over HTTP. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ThemesTest {
    private static final String TAGGINGS = "chat.taggings.v1";
    private static final Topics TOPICS = new Topics();

    @AfterAll
    static void close() {
        TOPICS.close();
    }

    private record Seen(long total, long tagged, long barriers, long participants) {
        static Seen now() {
            var answer = when().get("/v1/themes").then().statusCode(200).extract();
            var barriers = answer.jsonPath().getMap("data.find { it.id == 'barriers' }");
            return new Seen(
                    answer.jsonPath().getLong("meta.total_tweet_count"),
                    answer.jsonPath().getLong("meta.tagged_tweet_count"),
                    ((Number) barriers.get("tweet_count")).longValue(),
                    ((Number) barriers.get("participant_count")).longValue());
        }

        Seen plus(int total, int tagged, int barriers, int participants) {
            return new Seen(
                    this.total + total,
                    this.tagged + tagged,
                    this.barriers + barriers,
                    this.participants + participants);
        }
    }

    @Test
    void every_theme_of_the_codebook_is_listed_with_its_name_and_colour() {
        when().get("/v1/themes")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("private, max-age=2"))
                .body("data.id.size()", greaterThan(1))
                .body("data[0].id", equalTo("barriers"))
                .body("data[0].name", equalTo("Barriers to change"))
                .body("meta.codebook_version", equalTo(1));
        when().get("/v1/themes/barriers").then().statusCode(200).body("data.id", equalTo("barriers"));
        when().get("/v1/themes/weather").then().statusCode(404);
    }

    @Test
    void a_tag_shows_on_its_tweet_with_its_evidence_and_in_its_theme() {
        var id = postedId("What barrier?");

        TOPICS.send(TAGGINGS, id, tagging(id, 1, "barriers"));

        eventually(() -> when().get("/v1/tweets/{id}", id)
                .then()
                .body("data.tagging.state", equalTo("tagged"))
                .body("data.tagging.codebook_version", equalTo(1))
                .body("data.themes.theme", contains("barriers"))
                .body("data.themes[0].evidence[0].text", equalTo("What")));
        when().get("/v1/themes/barriers/tweets?limit=1").then().body("data.id", contains(id));
        when().get("/v1/tweets?theme=barriers&min_score=0.9&limit=1").then().body("data.id", contains(id));
        when().get("/v1/tweets?theme=barriers&min_score=0.91&author=nhslean")
                .then()
                .body("data", empty());
    }

    @Test
    void counts_follow_every_tagging_retagging_and_erasure_and_equal_a_recount() {
        var before = Seen.now();
        var author = freshHashtag().substring(0, 20);
        var first = postedId("barrier one", author);
        var second = postedId("barrier two", author);

        TOPICS.send(TAGGINGS, first, tagging(first, 1, "barriers", "networks"));
        TOPICS.send(TAGGINGS, second, tagging(second, 1, "barriers"));
        eventually(() -> assertThat(Seen.now()).isEqualTo(before.plus(2, 2, 2, 1)));

        TOPICS.send(TAGGINGS, second, tagging(second, 2));
        eventually(() -> assertThat(Seen.now()).isEqualTo(before.plus(2, 2, 1, 1)));

        when().delete("/v1/tweets/{id}", first).then().statusCode(204);
        assertThat(Seen.now()).isEqualTo(before.plus(1, 1, 0, 0));
    }

    @Test
    void a_tagging_that_comes_twice_or_too_late_changes_nothing() {
        var id = postedId("twice");
        TOPICS.send(TAGGINGS, id, tagging(id, 2, "networks"));
        eventually(() -> when().get("/v1/tweets/{id}", id).then().body("data.themes.theme", contains("networks")));
        var tweet = when().get("/v1/tweets/{id}", id).asString();
        var seen = Seen.now();

        TOPICS.send(TAGGINGS, id, tagging(id, 2, "networks"));
        TOPICS.send(TAGGINGS, id, tagging(id, 1, "barriers"));
        var later = postedId("later");
        TOPICS.send(TAGGINGS, later, tagging(later, 1));

        eventually(() -> when().get("/v1/tweets/{id}", later).then().body("data.tagging.state", equalTo("tagged")));
        assertThat(when().get("/v1/tweets/{id}", id).asString()).isEqualTo(tweet);
        assertThat(Seen.now()).isEqualTo(seen.plus(1, 1, 0, 0));
    }

    @Test
    void a_preview_is_not_kept() {
        var id = postedId("preview");
        TOPICS.send(TAGGINGS, id, tagging(id, 9, "networks").replaceFirst("\\{", "{\"preview\":true,"));
        TOPICS.send(TAGGINGS, id, tagging(id, 1, "barriers"));

        eventually(() -> when().get("/v1/tweets/{id}", id).then().body("data.themes.theme", contains("barriers")));
    }

    @Test
    void a_failed_tagging_is_told_and_is_not_counted_as_tagged() {
        var before = Seen.now();
        var id = postedId("fails");

        TOPICS.send(
                TAGGINGS,
                id,
                tagging(id, 1).replace("\"tags\":[]", "\"failed\":true,\"reason\":\"the matcher gave up\""));

        eventually(() -> when().get("/v1/tweets/{id}", id).then().body("data.tagging.state", equalTo("failed")));
        when().get("/v1/tweets?tagging_state=failed&limit=1").then().body("data.id", contains(id));
        assertThat(Seen.now()).isEqualTo(before.plus(1, 0, 0, 0));
    }

    @Test
    void poison_goes_to_the_dead_letters_with_its_reason_and_its_neighbours_are_kept() {
        var id = postedId("among poison");
        var stranger = "019a0000-0000-7000-8000-00000000dead";
        var poison = List.of(
                "no json",
                "null",
                "[]",
                "{\"tweet_id\":\"" + id + "\"}",
                tagging(id, 1, "barriers").replace("0.9", "7"),
                tagging(id, 1, "barriers").replace("new-era", "other-book"),
                tagging(id, 1, "barriers", "barriers"),
                tagging(id, 1).replace("\"codebook_version\":1", "\"codebook_version\":999"),
                tagging(id, 1, "\\u0000"),
                tagging(id, 1).replace("[]", "[null]"),
                tagging(id, 1).replace("\"1\"", "\"latest\""));
        var seen = deadLetters().size();

        poison.forEach(value -> TOPICS.send(TAGGINGS, id, value));
        TOPICS.send(TAGGINGS, stranger, tagging(stranger, 1));
        TOPICS.sendAs("dev.newera.tweet.sung.v1", TAGGINGS, id, tagging(id, 1));
        TOPICS.send(TAGGINGS, id, tagging(id, 1, "barriers"));

        eventually(() -> when().get("/v1/tweets/{id}", id).then().body("data.themes.theme", contains("barriers")));
        eventually(() -> assertThat(deadLetters()).hasSize(seen + poison.size() + 2));
        assertThat(deadLetters().subList(seen, seen + poison.size() + 2)).allSatisfy(letter -> {
            assertThat(Topics.header(letter, "dead-letter-reason").orElseThrow())
                    .isNotBlank();
            assertThat(Topics.header(letter, "dead-letter-topic")).hasValue(TAGGINGS);
        });
    }

    private static List<ConsumerRecord<String, String>> deadLetters() {
        return Topics.all("chat.taggings.v1.chat-api.dlq");
    }

    @Test
    void unchanged_counts_are_answered_304() {
        var tag = when().get("/v1/themes").then().extract().header("ETag");

        given().header("If-None-Match", tag).get("/v1/themes").then().statusCode(304);
    }
}
