package dev.newera.chat.kafka;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.newera.chat.Author;
import dev.newera.chat.Tweet;
import dev.newera.chat.TweetId;

/** A tweet's full state on the wire; what it does not have is null. */
record TweetEvent(
        String id,
        int revision,
        String text,
        AuthorEvent author,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("posted_at") String postedAt,
        @JsonProperty("conversation_id") String conversationId,
        @JsonProperty("in_reply_to_id") String inReplyToId,
        @JsonProperty("external_id") String externalId,
        String source) {

    record AuthorEvent(String username, String name) {
        static AuthorEvent of(Author author) {
            return new AuthorEvent(author.username(), author.name());
        }
    }

    static TweetEvent of(Tweet tweet) {
        return new TweetEvent(
                tweet.id().toString(),
                tweet.revision(),
                tweet.text(),
                AuthorEvent.of(tweet.author()),
                Headers.time(tweet.createdAt()),
                Headers.time(tweet.postedAt()),
                tweet.conversationId().toString(),
                tweet.inReplyTo().map(TweetId::toString).orElse(null),
                tweet.externalId(),
                tweet.source());
    }
}
