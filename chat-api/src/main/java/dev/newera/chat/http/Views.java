package dev.newera.chat.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.newera.chat.Author;
import dev.newera.chat.Entities;
import dev.newera.chat.Evidence;
import dev.newera.chat.TaggingStatus;
import dev.newera.chat.ThemeTag;
import dev.newera.chat.Tweet;
import dev.newera.chat.TweetId;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;

/** What the API shows of the chat's things. */
final class Views {
    /** RFC 3339 in UTC, always with milliseconds. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private Views() {}

    static String time(Instant at) {
        return at == null ? null : TIME.format(at);
    }

    /** Every answer's envelope. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Envelope(Object data, Object meta) {
        static Envelope of(Object data) {
            return new Envelope(data, null);
        }
    }

    /** {@code nextCursor} is null on the last page. */
    record PageMeta(int resultCount, String nextCursor) {}

    record TweetView(
            String id,
            String text,
            Author author,
            String createdAt,
            String postedAt,
            String conversationId,
            String inReplyToId,
            String externalId,
            String source,
            int revision,
            Entities entities,
            TaggingView tagging,
            List<ThemeTagView> themes) {

        static TweetView of(Tweet tweet) {
            return new TweetView(
                    tweet.id().toString(),
                    tweet.text(),
                    tweet.author(),
                    time(tweet.createdAt()),
                    time(tweet.postedAt()),
                    tweet.conversationId().toString(),
                    tweet.inReplyTo().map(TweetId::toString).orElse(null),
                    tweet.externalId(),
                    tweet.source(),
                    tweet.revision(),
                    tweet.entities(),
                    TaggingView.of(tweet.tagging()),
                    tweet.themes().stream().map(ThemeTagView::of).toList());
        }

        static List<TweetView> all(List<Tweet> tweets) {
            return tweets.stream().map(TweetView::of).toList();
        }
    }

    record TaggingView(String state, Integer codebookVersion, String taggedAt) {
        static TaggingView of(TaggingStatus status) {
            return new TaggingView(
                    status.state().name().toLowerCase(Locale.ROOT),
                    status.codebookVersion() == 0 ? null : status.codebookVersion(),
                    time(status.taggedAt()));
        }
    }

    record ThemeTagView(String theme, double score, List<Evidence> evidence) {
        static ThemeTagView of(ThemeTag tag) {
            return new ThemeTagView(tag.theme(), tag.score(), tag.evidence());
        }
    }
}
