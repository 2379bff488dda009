package dev.newera.chat.http;

import dev.newera.chat.ChatId;
import dev.newera.chat.ChatSessions;
import dev.newera.chat.Failure;
import dev.newera.chat.Granularity;
import dev.newera.chat.Hashtags;
import dev.newera.chat.Scope;
import dev.newera.chat.TaggingStatus.State;
import dev.newera.chat.TweetId;
import dev.newera.chat.TweetQuery;
import dev.newera.chat.UnicodeText;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A list's query parameters, read strictly: one that is unknown or given twice is refused, not overlooked. */
final class QueryParameters {
    private static final int LONGEST = 512;
    private static final Set<String> OF_TWEETS = Set.of(
            "theme",
            "min_score",
            "hashtag",
            "author",
            "chat_id",
            "conversation_id",
            "tagging_state",
            "q",
            "start_time",
            "end_time",
            "limit",
            "cursor");

    private static final Set<String> OF_SCOPES = Set.of("chat_id", "hashtag", "start_time", "end_time");

    private final MultivaluedMap<String, String> given;

    private QueryParameters(UriInfo uri, Set<String> known) {
        this.given = uri.getQueryParameters();
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw Failure.malformed(
                        name, "there is no query parameter of this name here; there are " + sorted(known));
            }
            if (values.size() > 1) {
                throw Failure.malformed(name, name + " is given more than once");
            }
            requireText(name, values.get(0));
        });
    }

    private static String sorted(Set<String> known) {
        return String.join(", ", known.stream().sorted().toList());
    }

    private static void requireText(String name, String value) {
        UnicodeText.require(name, value);
        if (value.isBlank() || value.length() > LONGEST) {
            throw Failure.invalid(name, name + " holds 1 to " + LONGEST + " characters");
        }
    }

    static QueryParameters ofChats(UriInfo uri) {
        return new QueryParameters(uri, Set.of("hashtag", "limit", "cursor"));
    }

    static QueryParameters ofTweets(UriInfo uri) {
        return new QueryParameters(uri, OF_TWEETS);
    }

    static QueryParameters ofStream(UriInfo uri) {
        return new QueryParameters(uri, Set.of("last_event_id"));
    }

    /** The parameters of a scope, and what else is known here. */
    static QueryParameters ofScope(UriInfo uri, String... others) {
        return new QueryParameters(
                uri, Stream.concat(OF_SCOPES.stream(), Stream.of(others)).collect(Collectors.toSet()));
    }

    /** The part of the chat that is asked for: of a chat session, of a hashtag, or of everything. */
    Scope scope(ChatSessions chats) {
        var hashtag = read("hashtag", ignored -> hashtag().toLowerCase(Locale.ROOT));
        var chat = chat(chats).orElse(new Scope(hashtag, null, null));
        if (hashtag != null && !hashtag.equals(chat.hashtag())) {
            throw Failure.invalid(
                    "hashtag", "counts are kept for one hashtag, and chat_id has one already; leave out either");
        }
        return chat.within(time("start_time"), time("end_time"));
    }

    private Optional<Scope> chat(ChatSessions chats) {
        return Optional.ofNullable(read(
                "chat_id",
                text -> ChatId.parse(text)
                        .flatMap(chats::find)
                        .orElseThrow(() ->
                                Failure.invalid("chat_id", "there is no chat of this id; GET /v1/chats lists them"))
                        .scope()));
    }

    Granularity granularity() {
        var granularity = read("granularity", text -> switch (text) {
            case "minute", "hour", "day" -> Granularity.valueOf(text.toUpperCase(Locale.ROOT));
            default -> throw Failure.invalid("granularity", "granularity is minute, hour or day");
        });
        return granularity == null ? Granularity.MINUTE : granularity;
    }

    /** @param theme a theme that the path names already, or null */
    TweetQuery query(String theme, ChatSessions chats, Cursors cursors, String filters) {
        return new TweetQuery(
                theme == null ? text("theme") : theme,
                score(),
                hashtag(),
                text("author"),
                conversation(),
                state(),
                text("q"),
                time("start_time"),
                time("end_time"),
                chat(chats).orElse(Scope.ALL),
                before(cursors, filters),
                limit());
    }

    /** The same for the same filters, in whatever order they are written; page size and place are no filters. */
    String filters(String path) {
        var sorted = new TreeMap<>(given);
        sorted.remove("cursor");
        sorted.remove("limit");
        return path + sorted;
    }

    /** As given, or null. */
    String text(String name) {
        return given.getFirst(name);
    }

    /** Where the page begins; null for the first. */
    Long before(Cursors cursors, String filters) {
        return read("cursor", cursor -> cursors.read(cursor, filters));
    }

    private <T> T read(String name, Function<String, T> as) {
        var text = text(name);
        return text == null ? null : as.apply(text);
    }

    /** Without the sign, or null. */
    String hashtag() {
        return read("hashtag", QueryParameters::hashtag);
    }

    private static String hashtag(String written) {
        var bare = Hashtags.bare(written);
        if (bare.isEmpty()) {
            throw Failure.invalid("hashtag", "hashtag is a sign with nothing behind it");
        }
        return bare;
    }

    /** 1 to 100, 20 if not given. */
    int limit() {
        var limit = read("limit", text -> number("limit", text, Integer::valueOf));
        if (limit != null && (limit < 1 || limit > 100)) {
            throw Failure.invalid("limit", "limit is a number from 1 to 100");
        }
        return limit == null ? 20 : limit;
    }

    private Double score() {
        var score = read("min_score", text -> number("min_score", text, Double::valueOf));
        if (score != null && !(score >= 0 && score <= 1)) {
            throw Failure.invalid("min_score", "min_score is a number from 0 to 1");
        }
        return score;
    }

    private static <T extends Number> T number(String name, String text, Function<String, T> as) {
        try {
            return as.apply(text);
        } catch (NumberFormatException e) {
            throw Failure.invalid(name, name + " is not a number");
        }
    }

    private TweetId conversation() {
        return read(
                "conversation_id",
                text -> TweetId.parse(text)
                        .orElseThrow(
                                () -> Failure.invalid("conversation_id", "conversation_id is not an id of this chat")));
    }

    private State state() {
        return read("tagging_state", text -> switch (text) {
            case "pending", "tagged", "failed" -> State.valueOf(text.toUpperCase(Locale.ROOT));
            default -> throw Failure.invalid("tagging_state", "tagging_state is pending, tagged or failed");
        });
    }

    private Instant time(String name) {
        return read(name, text -> TweetBody.time(name, text));
    }
}
