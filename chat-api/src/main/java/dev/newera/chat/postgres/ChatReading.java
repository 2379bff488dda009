package dev.newera.chat.postgres;

import dev.newera.chat.Scope;
import dev.newera.chat.Tweet;
import dev.newera.chat.TweetId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads the tweets of a hashtag and a window by a cursor over their ids, some hundred whole tweets at a time. */
final class ChatReading {
    private static final int AT_ONCE = 500;

    private ChatReading() {}

    /** Within the connection's transaction: outside one there are no cursors, and the driver would read everything. */
    static void each(Connection connection, Scope scope, Consumer<Tweet> reader) throws SQLException {
        try (var query = connection.prepareStatement("""
                select t.id
                from tweet t
                join tweet_hashtag h on h.tweet_id = t.id
                where h.hashtag = ? and t.created_at >= ? and t.created_at < ? and t.erased_at is null
                order by t.created_at, t.no
                """)) {
            query.setFetchSize(AT_ONCE);
            query.setString(1, scope.hashtag());
            query.setObject(2, OffsetDateTime.ofInstant(scope.start(), ZoneOffset.UTC));
            query.setObject(3, OffsetDateTime.ofInstant(scope.end(), ZoneOffset.UTC));
            try (var rows = query.executeQuery()) {
                while (read(connection, rows, reader)) {}
            }
        }
    }

    /** False at the end. */
    private static boolean read(Connection connection, ResultSet rows, Consumer<Tweet> reader) throws SQLException {
        var ids = new ArrayList<UUID>(AT_ONCE);
        while (ids.size() < AT_ONCE && rows.next()) {
            ids.add(rows.getObject(1, UUID.class));
        }
        var tweets = TweetReader.byId(connection, ids);
        for (var id : ids) {
            var tweet = tweets.get(new TweetId(id));
            if (tweet != null) {
                reader.accept(tweet);
            }
        }
        return ids.size() == AT_ONCE;
    }
}
