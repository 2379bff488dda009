package dev.newera.chat.postgres;

import dev.newera.chat.Author;
import dev.newera.chat.TaggingStatus;
import dev.newera.chat.TaggingStatus.State;
import dev.newera.chat.ThemeTag;
import dev.newera.chat.Tweet;
import dev.newera.chat.TweetId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Reads whole tweets, tags included, on a connection that is in use already: one statement, however many tweets. Two would be two
 * moments, and a tweet that is tagged between them would be one that is tagged with no themes.
 *
 * <p>Each is looked up by itself, which {@code offset 0} keeps PostgreSQL from undoing. A join it would plan by the size of the
 * tables: the plan that it made while they were small read all of the taggings for a few tweets, 2.5 ms each time with 30,000.
 */
final class TweetReader {
    private TweetReader() {}

    /** The tweets with these ids, newest first; ids that are unknown or erased are left out. */
    static Map<TweetId, Tweet> byId(Connection connection, Collection<UUID> ids) throws SQLException {
        var tweets = new LinkedHashMap<TweetId, Tweet>();
        if (ids.isEmpty()) {
            return tweets;
        }
        try (var query = connection.prepareStatement("""
                select t.*, g.codebook_version, g.tagged_at, g.failure, s.themes, s.scores, s.evidences
                from unnest(?) as wanted (id)
                cross join lateral (
                    select *
                    from tweet
                    where id = wanted.id and erased_at is null
                    offset 0
                ) t
                left join lateral (
                    select codebook_version, tagged_at, failure
                    from tagging
                    where tweet_id = wanted.id
                    offset 0
                ) g on true
                cross join lateral (
                    select array_agg(theme order by score desc, theme) as themes,
                        array_agg(score order by score desc, theme) as scores,
                        array_agg(evidence::text order by score desc, theme) as evidences
                    from tag
                    where tweet_id = wanted.id
                ) s
                order by t.no desc
                """)) {
            query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var tweet = tweet(rows);
                    tweets.put(tweet.id(), tweet);
                }
            }
        }
        return tweets;
    }

    private static Tweet tweet(ResultSet row) throws SQLException {
        return new Tweet(
                id(row, "id"),
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
                tags(row));
    }

    private static List<ThemeTag> tags(ResultSet row) throws SQLException {
        var themes = row.getArray("themes");
        if (themes == null) {
            return List.of();
        }
        var names = (String[]) themes.getArray();
        var scores = (Double[]) row.getArray("scores").getArray();
        var evidences = (String[]) row.getArray("evidences").getArray();
        return IntStream.range(0, names.length)
                .mapToObj(i -> new ThemeTag(names[i], scores[i], Json.evidence(evidences[i])))
                .toList();
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
