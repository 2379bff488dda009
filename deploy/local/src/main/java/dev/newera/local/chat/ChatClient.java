package dev.newera.local.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newera.embedded.StartFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A client of the HTTP API. */
final class ChatClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    ChatClient(String url) {
        this.url = url;
    }

    /** The newest tweets, the newest one first. */
    List<TaggedTweet> newest(int limit) {
        var page = answer(request("/v1/tweets?limit=" + limit).build(), 200);
        return each(page.path("data")).map(TaggedTweet::of).toList();
    }

    /** Posts one tweet, given as the JSON of the request. */
    void post(String tweet) {
        post("/v1/tweets", tweet, 201);
    }

    /** Posts tweets in one request, given as the JSON of each, and tells them as they stand; those that are there stay. */
    List<JsonNode> postAll(List<JsonNode> tweets) {
        var answer = post("/v1/tweets/batch", tweets.toString(), 200);
        if (!answer.path("errors").isEmpty()) {
            throw new StartFailure("chat-api did not take every tweet: " + answer.path("errors"));
        }
        return each(answer.path("data")).toList();
    }

    /** Declares a chat session, given as the JSON of the request, and tells its id. */
    String declare(JsonNode chat) {
        return post("/v1/chats", chat.toString(), 201).at("/data/id").asText();
    }

    /** The id of the chat session that was declared by this title last, if one was. */
    Optional<String> chat(JsonNode declared) {
        var hashtag = declared.path("hashtag").asText().replace("#", "");
        var page = answer(request("/v1/chats?limit=100&hashtag=" + hashtag).build(), 200);
        return each(page.path("data"))
                .filter(chat -> chat.path("title").equals(declared.path("title")))
                .map(chat -> chat.path("id").asText())
                .findFirst();
    }

    /** How many tweets of a chat session are tagged. */
    int tagged(String chat) {
        return answer(request("/v1/themes?chat_id=" + chat).build(), 200)
                .at("/meta/tagged_tweet_count")
                .asInt();
    }

    private JsonNode post(String path, String body, int expected) {
        return answer(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                expected);
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    private JsonNode answer(HttpRequest request, int expected) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() == expected) return JSON.readTree(response.body());
            throw new StartFailure("chat-api answered " + response.statusCode() + " to " + request.method() + " "
                    + request.uri() + ": " + response.body());
        } catch (IOException e) {
            throw new StartFailure("chat-api did not answer " + request.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while chat-api was asked.", e);
        }
    }
}
