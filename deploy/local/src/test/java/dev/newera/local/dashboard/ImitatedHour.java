package dev.newera.local.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** An hour of chat that never was, of labelled imitations that speak of a theme: the same tweets every time. */
final class ImitatedHour {

    static final String HASHTAG = "NewEraNHS";

    private static final Path LABELLED = Path.of("..", "..", "tagging-worker", "src", "test", "resources", "labelled");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TWEETS = 360;
    /** The chat is still going on: its last question is the one that is talked about. */
    private static final Duration TALKED = Duration.ofMinutes(52);

    private static final String HOST = "chat_host";

    /** In the order in which they are asked, evenly over the time that is talked. */
    static final List<String> QUESTIONS = List.of(
            "What gets in the way of change where you work?",
            "Who are the rebels, and how do they stay in the boat?",
            "What do networks do that hierarchies cannot?",
            "What will you try by Friday?");

    private final Instant start;

    ImitatedHour(Instant end) {
        this.start = end.minus(Duration.ofHours(1));
    }

    /** As the API takes a batch, the oldest first. */
    List<Map<String, Object>> tweets() {
        var texts = chosen();
        var drafts = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < texts.size(); i++) {
            if (i % (TWEETS / QUESTIONS.size()) == 0) drafts.add(question(i / (TWEETS / QUESTIONS.size()), at(i)));
            drafts.add(draft(
                    texts.get(i).path("author").asText(),
                    texts.get(i).path("text").asText(),
                    at(i)));
        }
        return drafts;
    }

    private static List<JsonNode> chosen() {
        var all = new ArrayList<>(IntStream.rangeClosed(1, 4)
                .mapToObj(i -> LABELLED.resolve("labelled-" + i + ".jsonl"))
                .flatMap(file -> read(file).stream())
                .filter(tweet -> !tweet.path("themes").isEmpty())
                .filter(tweet -> tagged(tweet.path("text").asText()).length() <= 280)
                .toList());
        Collections.shuffle(all, new Random(2014));
        return all.subList(0, TWEETS);
    }

    private static Map<String, Object> question(int number, Instant at) {
        return draft(HOST, "Q%d: %s".formatted(number + 1, QUESTIONS.get(number)), at);
    }

    private static Map<String, Object> draft(String author, String text, Instant at) {
        return Map.of("author", Map.of("username", author), "text", tagged(text), "created_at", at.toString());
    }

    private static String tagged(String text) {
        return text.contains("#" + HASHTAG) ? text : text + " #" + HASHTAG;
    }

    private Instant at(int tweet) {
        return start.plus(TALKED.multipliedBy(tweet).dividedBy(TWEETS));
    }

    private static List<JsonNode> read(Path file) {
        try {
            var tweets = new ArrayList<JsonNode>();
            for (var line : Files.readAllLines(file)) tweets.add(JSON.readTree(line));
            return tweets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
