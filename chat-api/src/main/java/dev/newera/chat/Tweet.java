package dev.newera.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A tweet as the chat keeps it, with what is known of its themes.
 *
 * @param revision 1 for the text as first posted; grows by one with each change of the text
 * @param createdAt when its author wrote it, by the client
 * @param postedAt when this chat took it in, by this chat's clock
 * @param conversationId the first tweet of the thread that it belongs to; its own id if it answers nothing
 * @param source where it came from, such as an archive's name, or null
 * @param externalId its id there, or null; never without a source
 */
public record Tweet(
        TweetId id,
        int revision,
        String text,
        Author author,
        Instant createdAt,
        Instant postedAt,
        TweetId conversationId,
        Optional<TweetId> inReplyTo,
        String source,
        String externalId,
        Entities entities,
        TaggingStatus tagging,
        List<ThemeTag> themes) {

    public Tweet {
        themes = List.copyOf(themes);
    }

    /** The same tweet in the conversation of the tweet that it answers. */
    public Tweet inConversation(TweetId conversation) {
        return new Tweet(
                id,
                revision,
                text,
                author,
                createdAt,
                postedAt,
                conversation,
                inReplyTo,
                source,
                externalId,
                entities,
                tagging,
                themes);
    }

    /** The same tweet with what a tagger said of it. */
    public Tweet tagged(TaggingStatus status, List<ThemeTag> tags) {
        return new Tweet(
                id,
                revision,
                text,
                author,
                createdAt,
                postedAt,
                conversationId,
                inReplyTo,
                source,
                externalId,
                entities,
                status,
                tags);
    }

    /** The same tweet as it stood when it was posted, before any tagger saw it. */
    public Tweet asPosted() {
        return tagged(TaggingStatus.PENDING, List.of());
    }
}
