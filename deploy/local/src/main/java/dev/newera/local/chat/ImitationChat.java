package dev.newera.local.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newera.embedded.StartFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * An hour of a chat with eight questions, to look at. Its tweets are hand-written imitations, most of them from those that the
 * codebook is measured on; its title and every tweet's source say so. It is imported over HTTP, as any archive would be: the chat
 * session, then the tweets in batches, each under the id that it has there. What is there already stays.
 */
public final class ImitationChat {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_NANOS = 50_000_000;

    private final ChatClient client;
    private final Consumer<String> tell;
    private final ObjectNode session = (ObjectNode) Resources.json("/imitation-chat.json");
    private final List<JsonNode> tweets = Resources.jsonLines("/imitation-chat.jsonl");
    /** By the id that a tweet has in the file. */
    private final Map<String, String> ids = new HashMap<>();

    /** @param url where chat-api answers */
    public ImitationChat(String url, Consumer<String> tell) {
        this.client = new ChatClient(url);
        this.tell = tell;
    }

    /** Imports what is missing, waits until all of it is tagged, and tells the chat session's id. */
    public String play() {
        var chat = client.chat(session).orElseGet(() -> client.declare(session));
        importTweets();
        awaitTags(chat);
        tell.accept("Played an imitation of a chat: an hour, eight questions and " + tweets.size()
                + " tweets that somebody made up.");
        return chat;
    }

    /** A batch ends before a tweet that answers one of the batch: it has to name that one's id. */
    private void importTweets() {
        var batch = new ArrayList<JsonNode>();
        for (var tweet : tweets) {
            if (tweet.has("answers") && !ids.containsKey(tweet.path("answers").asText())) {
                importBatch(batch);
                batch.clear();
            }
            batch.add(tweet);
        }
        importBatch(batch);
    }

    private void importBatch(List<JsonNode> batch) {
        client.postAll(batch.stream().map(this::addressed).toList())
                .forEach(tweet -> ids.put(
                        tweet.path("external_id").asText(), tweet.path("id").asText()));
    }

    private JsonNode addressed(JsonNode line) {
        var tweet = (ObjectNode) line.deepCopy();
        var answers = tweet.remove("answers");
        return answers == null ? tweet : tweet.put("in_reply_to_id", ids.get(answers.asText()));
    }

    private void awaitTags(String chat) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (client.tagged(chat) < tweets.size()) {
            if (System.nanoTime() > deadline) {
                throw new StartFailure("The imitation was not tagged within a minute; see the log of tagging-worker.");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
