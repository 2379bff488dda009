package dev.newera.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a tagger says of one revision of a tweet under one codebook version: all its themes, or why it could not say.
 *
 * @param taggerVersion numbers with dots, such as 1 or 1.2; compared number by number
 * @param failure why the tagger failed, or empty; then there are no tags
 */
public record Tagging(
        TweetId tweetId,
        int tweetRevision,
        String codebookId,
        int codebookVersion,
        String taggerId,
        String taggerVersion,
        Instant taggedAt,
        Optional<String> failure,
        List<ThemeTag> tags) {

    public Tagging {
        tags = List.copyOf(tags);
    }
}
