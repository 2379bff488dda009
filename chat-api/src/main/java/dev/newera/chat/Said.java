package dev.newera.chat;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What has to be known of a tweet to find its place in a chat session; its words are not kept, so that a long chat fits into memory.
 *
 * @param byHost whether the chat session's host wrote it
 * @param label what it says itself that it speaks to
 * @param mentioned the question that it names in passing
 */
public record Said(
        TweetId id,
        Optional<TweetId> inReplyTo,
        Instant createdAt,
        boolean byHost,
        Optional<Label> label,
        OptionalInt mentioned) {

    /** In the order of time; tweets of the same moment in the order in which they were taken in. */
    static final Comparator<Said> BY_TIME =
            Comparator.comparing(Said::createdAt).thenComparing(Said::id);

    static Said of(Tweet tweet, ChatSession chat) {
        return new Said(
                tweet.id(),
                tweet.inReplyTo(),
                tweet.createdAt(),
                tweet.author().username().equalsIgnoreCase(chat.host()),
                Label.of(tweet.text()),
                Label.mentioned(tweet.text()));
    }
}
