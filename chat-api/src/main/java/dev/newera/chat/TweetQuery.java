package dev.newera.chat;

import java.time.Instant;

/**
 * Which tweets someone wants to see; null means "any". Newest first: by the order in which the chat took them in, so that no
 * page boundary hides a tweet that was committed late.
 *
 * @param theme id of a theme that the tweet carries
 * @param minScore 0–1, with {@code theme}: at least this sure
 * @param hashtag without the sign, in any case
 * @param author username in any case
 * @param text words to be found in the text, as people type them into a search box
 * @param start first moment of {@code createdAt}, inclusive
 * @param end last moment, exclusive
 * @param within only tweets of this part of the chat, such as a chat session; {@link Scope#ALL} for any
 * @param before only tweets posted before this place in the change log, exclusive
 * @param limit 1–100
 */
public record TweetQuery(
        String theme,
        Double minScore,
        String hashtag,
        String author,
        TweetId conversation,
        TaggingStatus.State state,
        String text,
        Instant start,
        Instant end,
        Scope within,
        Long before,
        int limit) {

    /** Everything, newest first. */
    public static TweetQuery newest(int limit) {
        return new TweetQuery(null, null, null, null, null, null, null, null, null, Scope.ALL, null, limit);
    }
}
