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
        return StreamSupport.stream(page.path("data").spliterator(), false)
                .map(TaggedTweet::of)
                .toList();
    }

    /** Posts one tweet, given as the JSON of the request. */
    void post(String tweet) {
        answer(
                request("/v1/tweets")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(tweet))
                        .build(),
                201);
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
