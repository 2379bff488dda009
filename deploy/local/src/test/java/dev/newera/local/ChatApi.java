package dev.newera.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The HTTP API as tests use it.
 *
 * @param key for a chat that asks who comes; null for one that does not
 */
public record ChatApi(String url, String key) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    public ChatApi(String url) {
        this(url, null);
    }

    /** Posts a tweet that must be accepted, and tells its id. */
    public String post(String text) throws IOException {
        var response = send("application/json", tweet(text));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return JSON.readTree(response.body()).at("/data/id").asText();
    }

    /** Posts any body and hands over whatever is answered. */
    public HttpResponse<String> send(String mediaType, String body) throws IOException {
        return post("/v1/tweets", mediaType, body);
    }

    /** Posts JSON that must be accepted, and tells what is answered. */
    public JsonNode post(String path, Object body) throws IOException {
        var response = post(path, "application/json", JSON.writeValueAsString(body));
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
        return JSON.readTree(response.body());
    }

    public HttpResponse<String> get(String path) throws IOException {
        return send(request(path).build());
    }

    /** Declares a chat session under a hashtag, the hour up to a moment, and tells its id. */
    public String declare(String title, String hashtag, Instant end, List<String> questions) throws IOException {
        var minute = end.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
        var session = Map.of(
                "title", title,
                "hashtag", hashtag,
                "starts_at", minute.minus(Duration.ofMinutes(61)).toString(),
                "ends_at", minute.toString(),
                "questions", labelled(questions));
        return post("/v1/chats", session).at("/data/id").asText();
    }

    private static List<Map<String, String>> labelled(List<String> questions) {
        return IntStream.range(0, questions.size())
                .mapToObj(i -> Map.of("label", "Q" + (i + 1), "text", questions.get(i)))
                .toList();
    }

    /** Erases a tweet that is there. */
    public void erase(String id) throws IOException {
        var response = send(request("/v1/tweets/" + id).DELETE().build());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
    }

    /** The themes of a tweet, as soon as it is tagged. */
    public List<String> awaitThemes(String id) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(tweet(id, "/data/tagging/state").asText()).isEqualTo("tagged"));
        return themes(id);
    }

    public long tweetCount() throws IOException {
        return count("total_tweet_count");
    }

    /** How many tweets wait for a tagger's answer. */
    public long untaggedCount() throws IOException {
        return count("total_tweet_count") - count("tagged_tweet_count");
    }

    public void awaitAnswers() {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> get("/v1/tweets?limit=1").statusCode() == 200);
    }

    private long count(String name) throws IOException {
        return JSON.readTree(get("/v1/themes").body()).at("/meta/" + name).asLong();
    }

    private HttpResponse<String> post(String path, String mediaType, String body) throws IOException {
        return send(request(path)
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private List<String> themes(String id) {
        try {
            return tweet(id, "/data/themes").findValuesAsText("theme");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode tweet(String id, String pointer) throws IOException {
        return JSON.readTree(get("/v1/tweets/" + id).body()).at(pointer);
    }

    private static String tweet(String text) throws IOException {
        return JSON.writeValueAsString(Map.of("text", text, "author", Map.of("username", "helenbevan")));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(10));
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
