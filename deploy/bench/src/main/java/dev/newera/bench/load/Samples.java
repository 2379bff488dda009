package dev.newera.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What is posted: the labelled tweets, which are imitations of chat tweets, each as the JSON that a client would send. */
public final class Samples {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FILES = 9;

    private Samples() {}

    /** One request for each tweet. */
    public static List<ByteBuffer> posts() {
        return tweets().stream()
                .map(tweet -> Posts.request("/v1/tweets", tweet))
                .toList();
    }

    /** A request that posts this text. */
    public static List<ByteBuffer> post(String text) {
        try {
            var tweet = Map.of("text", text, "author", Map.of("username", "nhslean"));
            return List.of(Posts.request("/v1/tweets", JSON.writeValueAsString(tweet)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Requests that post so many tweets each, as many as there are tweets for. */
    public static List<ByteBuffer> batches(int size) {
        var tweets = tweets();
        return IntStream.range(0, tweets.size() / size)
                .mapToObj(i -> "[" + String.join(",", tweets.subList(i * size, (i + 1) * size)) + "]")
                .map(batch -> Posts.request("/v1/tweets/batch", batch))
                .toList();
    }

    /** The JSON of each tweet. */
    public static List<String> tweets() {
        return IntStream.rangeClosed(1, FILES)
                .boxed()
                .flatMap(n -> resource("/labelled/labelled-" + n + ".jsonl").lines())
                .map(Samples::body)
                .toList();
    }

    private static String body(String line) {
        try {
            JsonNode labelled = JSON.readTree(line);
            var author = Map.of("username", labelled.get("author").textValue().replace("@", ""));
            return JSON.writeValueAsString(Map.of("text", labelled.get("text"), "author", author));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (var in = Samples.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
