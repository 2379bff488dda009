package dev.newera.chat;

import dev.newera.chat.Failure.Fault;
import dev.newera.chat.Postbox.Posted;
import dev.newera.chat.Postbox.Posting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A person says something: the draft is checked by every rule of the chat, then stored. */
public final class PostTweet {
    static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9_]{1,20}");
    /** Clocks differ; a tweet from further ahead would stand in a bucket that nobody has reached. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private static final Instant FIRST_TWEET = Instant.parse("2006-03-21T00:00:00Z");

    private final Postbox postbox;
    private final TweetText rules;
    private final Clock clock;
    private final Supplier<TweetId> ids;

    public PostTweet(Postbox postbox, TweetText rules, Clock clock, Supplier<TweetId> ids) {
        this.postbox = postbox;
        this.rules = rules;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Checks and stores. Throws FORBIDDEN as {@link Caller#sign}, INVALID with every broken rule at once, MALFORMED for text that is
     * no Unicode; the stage fails as {@link Postbox#put} says.
     */
    public CompletionStage<Posted> post(Draft draft, Optional<IdempotencyKey> key, Caller by) {
        return postbox.put(new Posting(tweet(by.sign(draft)), key.map(by::own)));
    }

    private Tweet tweet(Draft draft) {
        var now = Instant.ofEpochMilli(clock.millis());
        requireUnicode(draft);
        var read = rules.read(isReadable(draft.text()) ? draft.text() : "");
        requireRules(draft, read.tooLong(), now);
        var id = ids.get();
        return new Tweet(
                id,
                1,
                draft.text(),
                new Author(draft.username(), draft.name()),
                draft.createdAt() == null
                        ? now
                        : Instant.ofEpochMilli(draft.createdAt().toEpochMilli()),
                now,
                id,
                TweetId.parse(draft.inReplyToId()),
                draft.source(),
                draft.externalId(),
                read.entities(),
                TaggingStatus.PENDING,
                List.of());
    }

    private static boolean isReadable(String text) {
        return text != null && length(text) <= TweetText.LONGEST;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static void requireUnicode(Draft draft) {
        UnicodeText.require("/text", draft.text());
        UnicodeText.require("/author/username", draft.username());
        UnicodeText.require("/author/name", draft.name());
        UnicodeText.require("/source", draft.source());
        UnicodeText.require("/external_id", draft.externalId());
    }

    private static void requireRules(Draft draft, OptionalInt tooLong, Instant now) {
        var faults = new ArrayList<Fault>();
        text(draft.text(), tooLong, faults);
        author(draft, faults);
        parent(draft.inReplyToId(), faults);
        origin(draft, faults);
        time(draft.createdAt(), now, faults);
        if (!faults.isEmpty()) {
            throw Failure.invalid(faults);
        }
    }

    private static void text(String text, OptionalInt tooLong, List<Fault> faults) {
        if (text == null) {
            faults.add(new Fault("/text", "text is missing: say what the tweet says"));
        } else if (text.isBlank()) {
            faults.add(new Fault("/text", "text is empty: a tweet says something"));
        } else if (!isReadable(text)) {
            faults.add(new Fault(
                    "/text", "text is %d characters long; a tweet holds %d".formatted(length(text), TweetText.MOST)));
        } else if (tooLong.isPresent()) {
            faults.add(new Fault(
                    "/text",
                    "text is %d characters long by Twitter's count; a tweet holds %d"
                            .formatted(tooLong.getAsInt(), TweetText.MOST)));
        }
    }

    private static void author(Draft draft, List<Fault> faults) {
        if (draft.username() == null) {
            faults.add(new Fault("/author/username", "author.username is missing: say who wrote the tweet"));
        } else if (!USERNAME.matcher(draft.username()).matches()) {
            faults.add(new Fault(
                    "/author/username",
                    "author.username holds 1 to 20 letters, digits and underscores, without the @"));
        }
        most("/author/name", draft.name(), 100, faults);
    }

    private static void parent(String id, List<Fault> faults) {
        if (id != null && TweetId.parse(id).isEmpty()) {
            faults.add(unknownParent(id.length() > 64 ? id.substring(0, 64) + "…" : id));
        }
    }

    /** How an answer to a tweet that the chat does not hold is refused. */
    public static Fault unknownParent(String id) {
        return new Fault("/in_reply_to_id", "in_reply_to_id names no tweet of this chat: " + id);
    }

    private static void origin(Draft draft, List<Fault> faults) {
        most("/source", draft.source(), 100, faults);
        most("/external_id", draft.externalId(), 100, faults);
        if (draft.externalId() != null && draft.source() == null) {
            faults.add(new Fault("/source", "source is missing: an external_id is unique only within its source"));
        }
    }

    private static void most(String pointer, String text, int most, List<Fault> faults) {
        if (text != null && (text.isBlank() || length(text) > most)) {
            faults.add(
                    new Fault(pointer, pointer.substring(1).replace('/', '.') + " holds 1 to " + most + " characters"));
        }
    }

    private static void time(Instant createdAt, Instant now, List<Fault> faults) {
        if (createdAt == null) {
            return;
        }
        if (createdAt.isAfter(now.plus(CLOCKS_DIFFER))) {
            faults.add(new Fault(
                    "/created_at",
                    "created_at is in the future by this server's clock (%s); leave it out and the server's time is used"
                            .formatted(now)));
        } else if (createdAt.isBefore(FIRST_TWEET)) {
            faults.add(new Fault("/created_at", "created_at is before the first tweet of all (2006-03-21)"));
        }
    }
}
