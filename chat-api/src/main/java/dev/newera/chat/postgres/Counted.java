package dev.newera.chat.postgres;

import dev.newera.chat.Entities;
import dev.newera.chat.Tweet;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a tweet is counted by.
 *
 * @param username in lower case
 * @param hashtags in lower case, each once, in the order of the alphabet
 */
record Counted(Instant createdAt, String username, List<String> hashtags) {
    /** The hashtag that stands for the whole chat. */
    static final String WHOLE_CHAT = "";

    /** The theme that stands for every tweet that a tagger has answered. */
    static final String ANY_THEME = "";

    static Counted of(Tweet tweet) {
        return new Counted(
                tweet.createdAt(),
                tweet.author().username().toLowerCase(Locale.ROOT),
                hashtags(tweet.entities()).sorted().toList());
    }

    /** The hashtags that a tweet is found by. */
    static Stream<String> hashtags(Entities entities) {
        return entities.hashtags().stream()
                .map(Entities.Hashtag::tag)
                .map(tag -> tag.toLowerCase(Locale.ROOT))
                .distinct();
    }

    /** The chat, and each of its parts by hashtag that the tweet belongs to. */
    Stream<String> scopes() {
        return Stream.concat(Stream.of(WHOLE_CHAT), hashtags.stream());
    }
}
