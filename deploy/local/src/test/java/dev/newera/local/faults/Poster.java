package dev.newera.local.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * One person who posts, one tweet after the other. An attempt is known by its id, which goes along as the tweet's source and
 * as the Idempotency-Key. One of three attempts that fail is given up, so that nobody knows how it ended; the others are
 * tried again with the same key until they are acknowledged, and now and then one that was acknowledged already.
 */
final class Poster {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TEXTS = List.of(
            "Has lack of support for rebels and ideas been a barrier to innovation in the past? #NewEraNHS",
            "Not only lack of support, but lack of awareness of the very existence of radicals #NewEraNHS",
            "A key principle for emergent leadership is that change must start with 'me'. #NewEraNHS",
            "Be authentic, be credible, be a leader, support others, build a network, find your tribe #neweranhs #qihour",
            "Good morning everyone, looking forward to the chat tonight");
    private static final List<String> PEOPLE = List.of("nhslean", "JodiMBrown", "sazlocks", "stevefairman1");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Supplier<String> chat;
    private final Ledger ledger;
    private final String name;
    private final Random dice;
    private int attempts;
    private Attempt unsettled;

    private record Attempt(String id, String body, boolean givesUp) {}

    /** @param chat where chat-api answers, asked before each request */
    Poster(Supplier<String> chat, Ledger ledger, String name, long seed) {
        this.chat = chat;
        this.ledger = ledger;
        this.name = name;
        this.dice = new Random(seed);
    }

    /** Tries once: what is unsettled, or else something new. */
    Answer post() {
        var attempt = unsettled == null ? next() : unsettled;
        ledger.attempt(attempt.id());
        var start = System.nanoTime();
        var response = send(attempt);
        var took = Duration.ofNanos(System.nanoTime() - start);
        settle(attempt, response);
        return response == null
                ? new Answer(Answer.NONE, took, false)
                : new Answer(
                        response.statusCode(),
                        took,
                        response.headers().firstValue("Retry-After").isPresent());
    }

    private void settle(Attempt attempt, HttpResponse<String> response) {
        boolean acknowledged = response != null && response.statusCode() == 201;
        if (acknowledged) ledger.acknowledge(attempt.id(), tweetId(response));
        boolean again = acknowledged ? attempt != unsettled && dice.nextInt(20) == 0 : !attempt.givesUp();
        unsettled = again ? attempt : null;
    }

    private Attempt next() {
        var id = name + "/" + ++attempts;
        var body = Map.of("text", any(TEXTS), "author", Map.of("username", any(PEOPLE)), "source", id);
        return new Attempt(id, json(body), dice.nextInt(3) == 0);
    }

    private String any(List<String> words) {
        return words.get(dice.nextInt(words.size()));
    }

    private HttpResponse<String> send(Attempt attempt) {
        var request = HttpRequest.newBuilder(URI.create(chat.get() + "/v1/tweets"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", attempt.id())
                .POST(HttpRequest.BodyPublishers.ofString(attempt.body()))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static String tweetId(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body()).at("/data/id").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
