package dev.newera.chat.http;

import static dev.newera.chat.Chat.eventually;
import static dev.newera.chat.Chat.freshHashtag;
import static dev.newera.chat.Chat.post;
import static dev.newera.chat.Chat.tagging;
import static dev.newera.chat.Chat.tweet;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.newera.chat.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/api, the theme endpoints by hashtag and time, over the four tweets of a small chat. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ThemeCountsTest {
    private static final Topics TOPICS = new Topics();

    private final String hashtag = freshHashtag();
    private String first;

    @AfterAll
    static void close() {
        TOPICS.close();
    }

    @BeforeEach
    void chat() {
        first = tell("12:00:10.000", "nhslean", "#QIhour", "barriers", "networks");
        tell("12:02:00.000", "JodiMBrown", "#QIhour #SHCR", "barriers");
        tell("12:02:59.999", "nhslean", "", "barriers");
        tell("13:00:00.000", "sazlocks", "");
        eventually(() -> themes("").body("meta.tagged_tweet_count", equalTo(4)));
    }

    private String tell(String time, String username, String more, String... themes) {
        var tweet = tweet("#" + hashtag + " " + more);
        tweet.put("author", Map.of("username", username, "name", "of " + username));
        tweet.put("created_at", "2014-09-12T" + time + "Z");
        var id = (String) post(tweet).extract().path("data.id");
        TOPICS.send("chat.taggings.v1", id, tagging(id, 1, themes));
        return id;
    }

    private ValidatableResponse get(String path, String query) {
        return given().get(path + "?hashtag=" + hashtag + query)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("private, max-age=2"));
    }

    private ValidatableResponse themes(String query) {
        return get("/v1/themes", query);
    }

    @Test
    void themes_are_counted_for_a_hashtag_and_between_two_moments() {
        themes("")
                .body("data.find { it.id == 'barriers' }.tweet_count", equalTo(3))
                .body("data.find { it.id == 'barriers' }.participant_count", equalTo(2))
                .body("data.find { it.id == 'barriers' }.share", equalTo(0.75f))
                .body("meta.total_tweet_count", equalTo(4))
                .body("meta.start_time", nullValue());
        themes("&start_time=2014-09-12T12:02:00Z&end_time=2014-09-12T13:00:00Z")
                .body("data.find { it.id == 'barriers' }.tweet_count", equalTo(2))
                .body("data.find { it.id == 'networks' }.participant_count", equalTo(0))
                .body("meta.total_tweet_count", equalTo(2));
        get("/v1/themes/networks", "&end_time=2014-09-12T12:01:00Z").body("data.tweet_count", equalTo(1));
    }

    @Test
    void a_hashtag_is_taken_with_the_sign_of_either_width_and_never_without_a_word() {
        for (var sign : List.of("", "#", "＃")) {
            given().queryParam("hashtag", sign + hashtag)
                    .get("/v1/themes")
                    .then()
                    .body("meta.total_tweet_count", equalTo(4));
            given().queryParam("hashtag", sign + hashtag)
                    .get("/v1/tweets")
                    .then()
                    .body("data", hasSize(4));
        }
        for (var path :
                List.of("/v1/themes", "/v1/themes/counts", "/v1/themes/cooccurrence", "/v1/tweets", "/v1/chats")) {
            given().queryParam("hashtag", "#")
                    .get(path)
                    .then()
                    .statusCode(422)
                    .body("detail", containsString("hashtag is a sign with nothing behind it"));
        }
    }

    @Test
    void a_time_is_widened_to_whole_minutes_and_the_answer_says_so() {
        themes("&start_time=2014-09-12T12:02:30Z&end_time=2014-09-12T12:02:31Z")
                .body("meta.total_tweet_count", equalTo(2))
                .body("meta.start_time", equalTo("2014-09-12T12:02:00.000Z"))
                .body("meta.end_time", equalTo("2014-09-12T12:03:00.000Z"));
    }

    @Test
    void counts_over_time_hold_empty_buckets_too() {
        get("/v1/themes/counts", "&theme=barriers")
                .body("data", hasSize(61))
                .body("data.tweet_count[0..3]", contains(1, 0, 2, 0))
                .body("data[0].theme", equalTo("barriers"))
                .body("data[0].start", equalTo("2014-09-12T12:00:00.000Z"))
                .body("data[60].end", equalTo("2014-09-12T13:01:00.000Z"))
                .body("meta.granularity", equalTo("minute"));
        get("/v1/themes/counts", "&theme=barriers&granularity=hour").body("data.tweet_count", contains(3, 0));
        get("/v1/themes/counts", "&theme=barriers&granularity=day").body("data.tweet_count", contains(3));
        get("/v1/themes/counts", "&granularity=day").body("data.theme", hasItems("barriers", "networks"));
    }

    @Test
    void themes_that_are_spoken_of_together_are_told_with_how_closely() {
        get("/v1/themes/cooccurrence", "")
                .body(
                        "data",
                        equalTo(List.of(Map.of("a", "barriers", "b", "networks", "count", 1, "jaccard", 0.3333f))));
        get("/v1/themes/cooccurrence", "&start_time=2014-09-12T12:02:00Z").body("data", empty());
    }

    @Test
    void the_people_of_a_theme_are_listed_the_busiest_first_as_they_write_their_names() {
        get("/v1/themes/barriers/participants", "")
                .body("data.author.username", contains("nhslean", "JodiMBrown"))
                .body("data.author.name", contains("of nhslean", "of JodiMBrown"))
                .body("data.tweet_count", contains(2, 1));
        get("/v1/themes/barriers/participants", "&limit=1").body("data.author.username", contains("nhslean"));
        get("/v1/themes/barriers/participants", "&end_time=2014-09-12T12:01:00Z")
                .body("data.tweet_count", contains(1));
    }

    @Test
    void the_hashtags_of_a_theme_are_listed_without_the_one_asked_for() {
        get("/v1/themes/barriers/hashtags", "")
                .body("data.hashtag", contains("qihour", "shcr"))
                .body("data.tweet_count", contains(2, 1))
                .body("meta.result_count", equalTo(2));
        get("/v1/themes/networks/hashtags", "").body("data.hashtag", contains("qihour"));
    }

    @Test
    void an_erased_tweet_leaves_every_count() {
        given().delete("/v1/tweets/" + first).then().statusCode(204);

        themes("")
                .body("data.find { it.id == 'networks' }.tweet_count", equalTo(0))
                .body("meta.total_tweet_count", equalTo(3));
        get("/v1/themes/cooccurrence", "").body("data", empty());
        get("/v1/themes/networks/participants", "").body("data", empty());
        get("/v1/themes/networks/hashtags", "").body("data", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/barriers", "/counts", "/cooccurrence", "/barriers/participants", "/barriers/hashtags"})
    void unchanged_counts_are_answered_304_and_unknown_parameters_refused(String path) {
        var tag = get("/v1/themes" + path, "").extract().header("ETag");

        given().header("If-None-Match", tag)
                .get("/v1/themes" + path + "?hashtag=" + hashtag)
                .then()
                .statusCode(304);
        given().header("If-None-Match", "\"another\", W/" + tag)
                .get("/v1/themes" + path + "?hashtag=" + hashtag)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag));
        given().get("/v1/themes" + path + "?colour=red")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("colour"));
    }

    @Test
    void what_cannot_be_counted_is_refused_with_the_way_out() {
        given().get("/v1/themes/counts?start_time=2014-09-11T00:00:00Z&end_time=2014-09-12T00:01:00Z")
                .then()
                .statusCode(422)
                .body("detail", containsString("1441 buckets of a minute; 1440 are the most"));
        given().get("/v1/themes/counts?granularity=week")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("granularity"));
        given().get("/v1/themes/counts?theme=weather").then().statusCode(422);
        given().get("/v1/themes/weather/participants").then().statusCode(404);
    }
}
