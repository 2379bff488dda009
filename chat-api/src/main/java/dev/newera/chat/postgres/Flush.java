package dev.newera.chat.postgres;

import dev.newera.chat.Failure;
import dev.newera.chat.Failure.Code;
import dev.newera.chat.IdempotencyKey;
import dev.newera.chat.PostTweet;
import dev.newera.chat.Postbox.Outcome;
import dev.newera.chat.Postbox.Posted;
import dev.newera.chat.Postbox.Posting;
import dev.newera.chat.Tweet;
import dev.newera.chat.TweetId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Stores postings in the transaction of one connection: under the log's lock first, so that nobody else can be adding the key, the
 * external id or the tweet that is looked for. Then each is settled by what stands in the chat, and what is new goes in together.
 * What is looked for is looked up one by one, as {@link LookUp} tells.
 */
final class Flush {
    /** An idempotency key is remembered for a day. */
    static final int KEY_LIVES_HOURS = 24;

    private static final String INSERT = insert("", "", "select no, id, 'posted', null from posted");

    /** The same with the trace of each tweet, which costs a join: only while somebody collects traces. */
    private static final String INSERT_TRACED = insert(", ?", ", traceparent", """
            select posted.no, id, 'posted', incoming.traceparent
                from posted
                join incoming using (id)""");

    /** Tweets, change rows and hashtags in one statement: one round trip and one plan for the whole flush. */
    private static String insert(String place, String column, String changes) {
        return """
            with incoming as (
                select *
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?%s) as t
                    (id, text, username, name, created_at, posted_at, conversation_id, in_reply_to_id, source,
                     external_id, entities%s)
            ), posted as (
                insert into tweet
                    (id, no, revision, text, username, name, created_at, posted_at, conversation_id, in_reply_to_id,
                     source, external_id, entities)
                select id, nextval('change_no'), 1, text, username, name,
                    to_timestamp(created_at / 1000.0), to_timestamp(posted_at / 1000.0),
                    conversation_id, in_reply_to_id, source, external_id, entities::jsonb
                from incoming
                returning id, no
            ), logged as (
                insert into change (no, tweet_id, kind, traceparent)
                %s
            )
            insert into tweet_hashtag (hashtag, no, tweet_id)
            select h.hashtag, posted.no, posted.id
            from unnest(?, ?) as h (id, hashtag)
            join posted on posted.id = h.id
            """.formatted(place, column, changes);
    }

    private final Connection connection;
    private final RoundTrip trip;
    private final List<Posting> postings;
    private final List<String> traces;
    private final Settled[] settled;

    private Flush(Connection connection, List<Posting> postings, List<String> traces) {
        this.connection = connection;
        this.trip = new RoundTrip(connection);
        this.postings = postings;
        this.traces = traces;
        this.settled = new Settled[postings.size()];
    }

    /** How one posting ended: one of the two is null. */
    record Settled(Posted posted, Failure failure) {}

    /**
     * Stores what can be stored; the answer has the postings' order. The caller commits, then tells anyone.
     *
     * @param traces of each posting the trace that it belongs to, or null; empty if nobody asks for traces
     */
    static List<Settled> store(Connection connection, List<Posting> postings, List<String> traces) throws SQLException {
        var flush = new Flush(connection, postings, traces);
        LogLock.take(flush.trip);
        flush.settleUsedKeys();
        flush.settleKnownTweets();
        flush.settleUnknownParents();
        flush.settleTwins();
        flush.storeNew();
        flush.rememberKeys();
        flush.trip.go();
        return List.of(flush.settled);
    }

    private Stream<Integer> open() {
        return Stream.iterate(0, i -> i < settled.length, i -> i + 1).filter(i -> settled[i] == null);
    }

    private void settle(int i, Tweet tweet, Outcome outcome) {
        settled[i] = new Settled(new Posted(tweet, outcome), null);
    }

    private void settle(int i, Failure failure) {
        settled[i] = new Settled(null, failure);
    }

    // --- the same request again ---

    private record Used(String fingerprint, UUID tweetId, boolean created) {}

    private void settleUsedKeys() throws SQLException {
        var keys = open().flatMap(i -> postings.get(i).key().stream())
                .map(IdempotencyKey::key)
                .toArray(String[]::new);
        if (keys.length == 0) {
            return;
        }
        var used = usedKeys(keys);
        var tweets = TweetReader.byId(
                connection, used.values().stream().map(Used::tweetId).toList());
        for (int i : open().toList()) {
            postings.get(i).key().ifPresent(key -> settleUsed(i, key, used.get(key.key()), tweets));
        }
    }

    private void settleUsed(int i, IdempotencyKey key, Used used, Map<TweetId, Tweet> tweets) {
        if (used == null) {
            return;
        }
        if (!used.fingerprint().equals(key.fingerprint())) {
            settle(
                    i,
                    Failure.of(
                            Code.KEY_REUSED,
                            "This Idempotency-Key was used before with another body; take a new key."));
            return;
        }
        var tweet = tweets.get(new TweetId(used.tweetId()));
        // Releases before this one could leave a key behind whose tweet was erased: it is as good as new.
        if (tweet != null) {
            settle(i, tweet.asPosted(), used.created() ? Outcome.REPLAYED_CREATED : Outcome.REPLAYED_KNOWN);
        }
    }

    private Map<String, Used> usedKeys(String[] keys) throws SQLException {
        var used = new HashMap<String, Used>();
        trip.add(
                """
                select u.key, u.fingerprint, u.tweet_id, u.outcome = 'created'
                from %s
                where u.used_at > now() - make_interval(hours => ?)
                """.formatted(LookUp.rows("idempotency", "key", "u")),
                row -> used.put(
                        row.getString(1), new Used(row.getString(2), row.getObject(3, UUID.class), row.getBoolean(4))),
                trip.array("text", keys),
                KEY_LIVES_HOURS);
        trip.go();
        return used;
    }

    private void rememberKeys() throws SQLException {
        var answers = new ArrayList<Answered>();
        for (int i = 0; i < settled.length; i++) {
            var posted = settled[i].posted();
            if (posted != null && isFirstAnswer(posted.outcome())) {
                postings.get(i).key().ifPresent(key -> answers.add(new Answered(key, posted)));
            }
        }
        insertKeys(answers);
    }

    private record Answered(IdempotencyKey key, Posted posted) {}

    private static boolean isFirstAnswer(Outcome outcome) {
        return outcome == Outcome.CREATED || outcome == Outcome.KNOWN;
    }

    private void insertKeys(List<Answered> answers) throws SQLException {
        new Columns<>(answers)
                .each("text", it -> it.key().key())
                .each("text", it -> it.key().fingerprint())
                .each("uuid", it -> it.posted().tweet().id().value())
                .each("text", it -> it.posted().outcome().name().toLowerCase(Locale.ROOT))
                .update(trip, """
                        insert into idempotency (key, fingerprint, tweet_id, outcome, used_at)
                        select k.key, k.fingerprint, k.tweet_id, k.outcome, now()
                        from unnest(?, ?, ?, ?) as k (key, fingerprint, tweet_id, outcome)
                        on conflict (key) do update
                        set fingerprint = excluded.fingerprint, tweet_id = excluded.tweet_id, chat_id = null,
                            outcome = excluded.outcome, used_at = excluded.used_at
                        """);
    }

    // --- answers need something to answer ---

    private final Map<TweetId, TweetId> conversations = new HashMap<>();

    private void settleUnknownParents() throws SQLException {
        var parents = open().flatMap(i -> postings.get(i).tweet().inReplyTo().stream())
                .map(TweetId::value)
                .distinct()
                .toArray();
        if (parents.length == 0) {
            return;
        }
        readConversations(parents);
        for (int i : open().toList()) {
            postings.get(i)
                    .tweet()
                    .inReplyTo()
                    .filter(parent -> !conversations.containsKey(parent))
                    .ifPresent(
                            parent -> settle(i, Failure.invalid(List.of(PostTweet.unknownParent(parent.toString())))));
        }
    }

    private void readConversations(Object[] parents) throws SQLException {
        trip.add(
                """
                select t.id, t.conversation_id
                from %s
                where t.erased_at is null
                """.formatted(LookUp.rows("tweet", "id", "t")),
                row -> conversations.put(
                        new TweetId(row.getObject(1, UUID.class)), new TweetId(row.getObject(2, UUID.class))),
                trip.array("uuid", parents));
        trip.go();
    }

    private Tweet threaded(Tweet tweet) {
        return tweet.inReplyTo()
                .map(parent -> tweet.inConversation(conversations.get(parent)))
                .orElse(tweet);
    }

    // --- tweets that came from elsewhere and are here already ---

    private record Origin(String source, String externalId) {
        static Origin of(Tweet tweet) {
            return new Origin(tweet.source(), tweet.externalId());
        }
    }

    private List<Integer> imported() {
        return open().filter(i -> postings.get(i).tweet().externalId() != null).toList();
    }

    /** Before parents are looked for: what is here stays here, also when what it answers has been erased since. */
    private void settleKnownTweets() throws SQLException {
        var imported = imported();
        if (imported.isEmpty()) {
            return;
        }
        var known = readKnown(imported);
        for (int i : imported) {
            var first = known.get(Origin.of(postings.get(i).tweet()));
            if (first != null) {
                settle(i, first, Outcome.KNOWN);
            }
        }
    }

    /** The second of two in one flush, once it is certain that the first will be stored. */
    private void settleTwins() {
        var firsts = new HashMap<Origin, Tweet>();
        for (int i : imported()) {
            var tweet = threaded(postings.get(i).tweet());
            var first = firsts.putIfAbsent(Origin.of(tweet), tweet);
            if (first != null) {
                settle(i, first, Outcome.KNOWN);
            }
        }
    }

    private Map<Origin, Tweet> readKnown(List<Integer> imported) throws SQLException {
        var ids = new ArrayList<UUID>();
        var tweets = imported.stream().map(i -> postings.get(i).tweet()).toList();
        new Columns<>(tweets)
                .each("text", Tweet::source)
                .each("text", Tweet::externalId)
                .query(trip, """
                        select t.id
                        from unnest(?, ?) as wanted (source, external_id)
                        cross join lateral (
                            select id
                            from tweet
                            where source = wanted.source and external_id = wanted.external_id
                            offset 0
                        ) t
                        """, row -> ids.add(row.getObject(1, UUID.class)));
        trip.go();
        var known = new HashMap<Origin, Tweet>();
        TweetReader.byId(connection, ids).values().forEach(tweet -> known.put(Origin.of(tweet), tweet));
        return known;
    }

    // --- what is new ---

    private void storeNew() throws SQLException {
        var fresh = open().toList();
        if (fresh.isEmpty()) {
            return;
        }
        var tweets = fresh.stream().map(i -> threaded(postings.get(i).tweet())).toList();
        insert(
                tweets,
                traces.isEmpty() ? List.of() : fresh.stream().map(traces::get).toList());
        count(tweets);
        for (int k = 0; k < tweets.size(); k++) {
            settle(fresh.get(k), tweets.get(k), Outcome.CREATED);
        }
    }

    private void insert(List<Tweet> tweets, List<String> traced) throws SQLException {
        var hashtags = tweets.stream().flatMap(Flush::hashtags).toList();
        var columns = new Columns<>(tweets)
                .each("uuid", tweet -> tweet.id().value())
                .each("text", Tweet::text)
                .each("text", tweet -> tweet.author().username())
                .each("text", tweet -> tweet.author().name())
                .each("int8", tweet -> tweet.createdAt().toEpochMilli())
                .each("int8", tweet -> tweet.postedAt().toEpochMilli())
                .each("uuid", tweet -> tweet.conversationId().value())
                .each("uuid", tweet -> tweet.inReplyTo().map(TweetId::value).orElse(null))
                .each("text", Tweet::source)
                .each("text", Tweet::externalId)
                .each("text", tweet -> Json.write(tweet.entities()));
        if (!traced.isEmpty()) {
            columns.add("text", traced.toArray());
        }
        columns.add("uuid", hashtags.stream().map(Tag::id).toArray())
                .add("text", hashtags.stream().map(Tag::hashtag).toArray())
                .update(trip, traced.isEmpty() ? INSERT : INSERT_TRACED);
    }

    private record Tag(UUID id, String hashtag) {}

    private static Stream<Tag> hashtags(Tweet tweet) {
        return Counted.hashtags(tweet.entities()).map(tag -> new Tag(tweet.id().value(), tag));
    }

    private void count(List<Tweet> tweets) throws SQLException {
        var counts = Counts.ofTweets();
        for (var tweet : tweets) {
            var counted = Counted.of(tweet);
            counted.scopes().forEach(scope -> counts.add(scope, counted.createdAt(), 1, List.of()));
        }
        counts.write(trip);
    }
}
