package dev.newera.chat.postgres;

import dev.newera.chat.Caller;
import dev.newera.chat.Failure;
import dev.newera.chat.Failure.Code;
import dev.newera.chat.Permission;
import dev.newera.chat.TweetId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Takes a person's words out of every table. The row stays, scrubbed: its place in the log and in its thread outlives it, and
 * whoever asks for it is told that it is gone.
 */
final class Erasure {
    private final Connection connection;
    private final TweetId id;
    private final Counts counts = new Counts();

    private Erasure(Connection connection, TweetId id) {
        this.connection = connection;
        this.id = id;
    }

    private record Subject(Counted counted, boolean erased) {}

    /** Returns false if it had been erased before. Throws NOT_FOUND, and FORBIDDEN if it is not theirs. */
    static boolean erase(Connection connection, TweetId id, Caller by) throws SQLException {
        var erasure = new Erasure(connection, id);
        var subject = erasure.lock();
        if (!subject.erased()) {
            requireOwn(subject, by);
            Deed.tweetErased(by, id).write(connection);
            erasure.erase(subject);
        }
        return !subject.erased();
    }

    private static void requireOwn(Subject subject, Caller by) {
        if (!by.owns(subject.counted().username())) {
            throw Failure.of(
                    Code.FORBIDDEN,
                    "This tweet is somebody else's; to erase it takes the scope " + Permission.ADMIN.scope() + ".");
        }
    }

    private void erase(Subject subject) throws SQLException {
        removeTags(subject.counted());
        removeTagging(subject.counted());
        var trip = new RoundTrip(connection);
        counts.write(trip);
        trip.go();
        counts.removeEmpty(connection);
        run("delete from tweet_hashtag where tweet_id = ?");
        LogLock.take(connection);
        // Under the lock: a flush that goes first may still find the tweet known, and remember a key for it.
        run("delete from idempotency where tweet_id = ?");
        run("""
                update tweet
                set text = null, username = null, name = null, source = null, external_id = null, entities = null,
                    erased_at = now()
                where id = ?
                """);
        uncount(subject.counted());
        run("insert into change (no, tweet_id, kind) values (nextval('change_no'), ?, 'erased')");
    }

    private Subject lock() throws SQLException {
        try (var query = connection.prepareStatement("""
                select created_at, lower(username), erased_at is not null,
                    array(select hashtag from tweet_hashtag h where h.tweet_id = t.id order by hashtag collate "C")
                from tweet t
                where id = ?
                for no key update
                """)) {
            query.setObject(1, id.value());
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw Failure.of(Code.NOT_FOUND, "There is no tweet " + id + ".");
                }
                var at = rows.getObject(1, OffsetDateTime.class).toInstant();
                var hashtags = (String[]) rows.getArray(4).getArray();
                return new Subject(new Counted(at, rows.getString(2), List.of(hashtags)), rows.getBoolean(3));
            }
        }
    }

    private void removeTags(Counted tweet) throws SQLException {
        try (var delete = connection.prepareStatement("""
                with gone as (delete from tag where tweet_id = ? returning tagger_id, theme)
                select array_agg(theme) from gone group by tagger_id
                """)) {
            delete.setObject(1, id.value());
            try (var rows = delete.executeQuery()) {
                while (rows.next()) {
                    counts.carries(tweet, List.of((String[]) rows.getArray(1).getArray()), -1);
                }
            }
        }
    }

    private void removeTagging(Counted tweet) throws SQLException {
        try (var delete =
                connection.prepareStatement("delete from tagging where tweet_id = ? returning failure is null")) {
            delete.setObject(1, id.value());
            try (var rows = delete.executeQuery()) {
                while (rows.next()) {
                    counts.tagged(tweet, rows.getBoolean(1) ? -1 : 0);
                }
            }
        }
    }

    private void uncount(Counted tweet) throws SQLException {
        var tweets = Counts.ofTweets();
        tweet.scopes().forEach(scope -> tweets.add(scope, tweet.createdAt(), -1, List.of()));
        var trip = new RoundTrip(connection);
        tweets.write(trip);
        trip.go();
        tweets.removeEmpty(connection);
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id.value());
            statement.executeUpdate();
        }
    }
}
