package dev.newera.chat;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** The chat as a client sees it, in the tests' words. */
public final class Chat {
    private Chat() {}

    /** A hashtag that no other test uses. */
    public static String freshHashtag() {
        return "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    public static Map<String, Object> tweet(String text) {
        var tweet = new HashMap<String, Object>();
        tweet.put("text", text);
        tweet.put("author", Map.of("username", "nhslean", "name", "Iain Smith"));
        return tweet;
    }

    /** A chat session from noon to one o'clock on 12 September 2014. */
    public static Map<String, Object> chat(String hashtag) {
        var chat = new HashMap<String, Object>();
        chat.put("title", "The new era of thinking and practice");
        chat.put("hashtag", hashtag);
        chat.put("starts_at", "2014-09-12T12:00:00Z");
        chat.put("ends_at", "2014-09-12T13:00:00Z");
        return chat;
    }

    public static RequestSpecification json(Object body) {
        return given().contentType(ContentType.JSON).body(body);
    }

    /** Posts and expects 201. */
    public static ValidatableResponse post(Map<String, Object> tweet) {
        return json(tweet).post("/v1/tweets").then().statusCode(201);
    }

    public static String postedId(String text) {
        return post(tweet(text)).extract().path("data.id");
    }

    public static String postedId(String text, String username) {
        var tweet = tweet(text);
        tweet.put("author", Map.of("username", username));
        return post(tweet).extract().path("data.id");
    }

    /**
     * The id of a tweet of 12 September 2014, by somebody whose name is hostile to pages.
     *
     * @param time hours and minutes
     * @param parent what it replies to, or null
     */
    public static String said(String time, String username, String text, String parent) {
        var tweet = tweet(text);
        tweet.put("author", Map.of("username", username, "name", "\u202e<i>" + username + "</i>"));
        tweet.put("created_at", "2014-09-12T" + time + ":00Z");
        if (parent != null) {
            tweet.put("in_reply_to_id", parent);
        }
        return post(tweet).extract().path("data.id");
    }

    /** A tagging event as a worker writes it. */
    public static String tagging(String id, int taggerVersion, String... themes) {
        var tags = new StringBuilder();
        for (var theme : themes) {
            tags.append(tags.isEmpty() ? "" : ",")
                    .append(
                            "{\"theme\":\"%s\",\"score\":0.9,\"evidence\":[{\"indicator\":\"barrier\",\"start\":0,\"end\":4,\"text\":\"What\",\"weight\":3.0}]}"
                                    .formatted(theme));
        }
        return "{\"tweet_id\":\"%s\",\"tweet_revision\":1,\"codebook_id\":\"new-era\",\"codebook_version\":1,\"tagger\":{\"id\":\"lexical\",\"version\":\"%d\"},\"tagged_at\":\"2014-09-12T12:00:01.000Z\",\"tags\":[%s]}"
                .formatted(id, taggerVersion, tags);
    }

    public static void eventually(ThrowingRunnable check) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(check);
    }
}
