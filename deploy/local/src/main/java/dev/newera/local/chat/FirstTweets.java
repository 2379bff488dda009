package dev.newera.local.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The four tweets of the #NewEraNHS chat that its white paper quotes, put into a chat that is empty. */
public final class FirstTweets {

    private static final int AT_MOST = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_NANOS = 20_000_000;

    private final ChatClient client;
    private final Consumer<String> tell;

    /** @param url where chat-api answers */
    public FirstTweets(String url, Consumer<String> tell) {
        this.client = new ChatClient(url);
        this.tell = tell;
    }

    /**
     * Posts them, unless there are tweets, and draws the newest four, in the order they were posted in, as soon as all
     * are tagged.
     *
     * @return the table; empty when the tags did not come within a minute
     */
    public List<String> show(int columns, boolean marked) {
        postIfEmpty();
        var tweets = awaitTags();
        return tweets.isEmpty() ? List.of() : new Table(columns, marked ? Marks.COLOURED : Marks.NONE).draw(tweets);
    }

    private void postIfEmpty() {
        if (!client.newest(1).isEmpty()) {
            tell.accept("The chat has tweets already; these are the newest:");
            return;
        }
        var lines = Resources.lines("/new-era-chat.jsonl");
        lines.forEach(client::post);
        tell.accept("Posted the " + lines.size() + " tweets that the chat's report quotes:");
    }

    private List<TaggedTweet> awaitTags() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var tweets = client.newest(AT_MOST);
            if (tweets.stream().allMatch(TaggedTweet::isTagged)) return oldestFirst(tweets);
            LockSupport.parkNanos(POLL_NANOS);
        }
        return List.of();
    }

    private static List<TaggedTweet> oldestFirst(List<TaggedTweet> newestFirst) {
        var tweets = new ArrayList<>(newestFirst);
        Collections.reverse(tweets);
        return tweets;
    }
}
