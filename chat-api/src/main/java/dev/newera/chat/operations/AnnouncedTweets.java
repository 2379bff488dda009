package dev.newera.chat.operations;

import dev.newera.chat.TweetId;
import java.util.Map;
import java.util.function.Consumer;

/** What Kafka says of tweets. Methods throw {@link Away}. */
public interface AnnouncedTweets {

    /**
     * Reads all that has been announced, and shows the last word of each tweet: whether it is there, or was erased. It comes in
     * portions, each tweet in one of them.
     */
    void read(Consumer<Map<TweetId, Boolean>> portion);
}
