package dev.newera.bench.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * Asks what the dashboard asks when no stream reaches it: themes and the newest tweets in each round, and what hangs on them (counts
 * of the last two hours, pairs, who speaks most of each theme) not more often than every five seconds. What it has been
 * given before it names by its ETag, as a browser does.
 */
final class Dashboard implements Runnable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CALM = Duration.ofSeconds(5);

    private final HttpClient client;
    private final String chat;
    private final Answers answers;
    private final Map<String, String> tags = new HashMap<>();
    private JsonNode themes = JSON.createArrayNode();
    private long askedForTheRest = System.nanoTime() - CALM.toNanos();

    Dashboard(HttpClient client, int port, Answers answers) {
        this.client = client;
        this.chat = "http://127.0.0.1:" + port;
        this.answers = answers;
    }

    @Override
    public void run() {
        try {
            var answer = ask("/v1/themes");
            themes = answer.isEmpty() ? themes : JSON.readTree(answer).path("data");
            ask("/v1/tweets?limit=50");
            if (System.nanoTime() - askedForTheRest >= CALM.toNanos()) {
                askForTheRest();
            }
        } catch (IOException e) {
            answers.failed(e.toString());
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void askForTheRest() throws IOException, InterruptedException {
        askedForTheRest = System.nanoTime();
        var end = Instant.now().plus(1, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MILLIS);
        ask("/v1/themes/counts?granularity=minute&start_time=%s&end_time=%s"
                .formatted(end.minus(2, ChronoUnit.HOURS), end));
        ask("/v1/themes/cooccurrence");
        for (var theme : themes) {
            if (theme.path("tweet_count").asLong() > 0) {
                ask("/v1/themes/%s/participants?limit=3"
                        .formatted(theme.path("id").asText()));
            }
        }
    }

    /** The answer; empty if it is the one from before, or none that helps. */
    private String ask(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(chat + path)).timeout(PATIENCE);
        if (tags.containsKey(path)) {
            request.header("If-None-Match", tags.get(path));
        }
        long start = System.nanoTime();
        var response = client.send(request.build(), BodyHandlers.ofString());
        answers.answered(response.statusCode(), System.nanoTime() - start);
        response.headers().firstValue("ETag").ifPresent(tag -> tags.put(path, tag));
        return response.statusCode() == 200 ? response.body() : "";
    }
}
