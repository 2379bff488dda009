package dev.newera.chat.postgres;

import dev.newera.chat.Author;
import dev.newera.chat.TaggingStatus;
import dev.newera.chat.TaggingStatus.State;
import dev.newera.chat.ThemeTag;
import dev.newera.chat.Tweet;
import dev.newera.chat.TweetId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads whole tweets, tags included, on a connection that is in use already: two statements, however many tweets. */
final class TweetReader {
    private TweetReader() {}

    /** The tweets with these ids, newest first; ids that are unknown or erased are left out. */
    static Map<TweetId, Tweet> byId(Connection connection, Collection<UUID> ids) throws SQLException {
        var tweets = new LinkedHashMap<TweetId, Tweet>();
        if (ids.isEmpty()) {
            return tweets;
        }
        var wanted = connection.createArrayOf("uuid", ids.toArray());
        var tags = tags(connection, wanted);
        try (var query = connection.prepareStatement("""
                select t.*, g.codebook_version, g.tagged_at, g.failure
                from tweet t
                left join tagging g on g.tweet_id = t.id
                where t.id = any(?) and t.erased_at is null
                order by t.no desc
                """)) {
            query.setArray(1, wanted);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var id = id(rows, "id");
                    tweets.put(id, tweet(rows, id, tags.getOrDefault(id, List.of())));
                }
            }
        }
        return tweets;
    }

    private static Map<TweetId, List<ThemeTag>> tags(Connection connection, Array ids) throws SQLException {
        var tags = new HashMap<TweetId, List<ThemeTag>>();
        try (var query = connection.prepareStatement("""
                select tweet_id, theme, score, evidence
                from tag
                where tweet_id = any(?)
                order by score desc, theme
                """)) {
            query.setArray(1, ids);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    tags.computeIfAbsent(id(rows, "tweet_id"), id -> new ArrayList<>())
                            .add(new ThemeTag(
                                    rows.getString("theme"),
                                    rows.getDouble("score"),
                                    Json.evidence(rows.getString("evidence"))));
                }
            }
        }
        return tags;
    }

    private static Tweet tweet(ResultSet row, TweetId id, List<ThemeTag> tags) throws SQLException {
        return new Tweet(
                id,
                row.getInt("revision"),
                row.getString("text"),
                new Author(row.getString("username"), row.getString("name")),
                instant(row, "created_at"),
                instant(row, "posted_at"),
                id(row, "conversation_id"),
                Optional.ofNullable(row.getObject("in_reply_to_id", UUID.class)).map(TweetId::new),
                row.getString("source"),
                row.getString("external_id"),
                Json.entities(row.getString("entities")),
                status(row),
                tags);
    }

    private static TaggingStatus status(ResultSet row) throws SQLException {
        var at = instant(row, "tagged_at");
        if (at == null) {
            return TaggingStatus.PENDING;
        }
        var state = row.getString("failure") == null ? State.TAGGED : State.FAILED;
        return new TaggingStatus(state, row.getInt("codebook_version"), at);
    }

    private static TweetId id(ResultSet row, String column) throws SQLException {
        return new TweetId(row.getObject(column, UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
