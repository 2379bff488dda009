package dev.newera.chat.postgres;

import dev.newera.chat.TweetId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Who answers whom around a tweet. Erased tweets keep their places, so the way goes on through them.
 *
 * @param ancestors what it answers, from the first of the thread down
 * @param descendants what answers it and those, in the order of posting
 */
record ReplyThread(List<UUID> ancestors, List<UUID> descendants) {
    /** So many steps up, and so many later tweets of the conversation: nobody reads a longer thread, and someone may make one. */
    static final int LONGEST = 1_000;

    private static final String UP = """
            with recursive up (id, steps) as (
                select in_reply_to_id, 1
                from tweet
                where id = ?
                union all
                select t.in_reply_to_id, up.steps + 1
                from up
                join tweet t on t.id = up.id
                where up.steps < ?
            )
            select id
            from up
            where id is not null
            order by steps desc
            """;

    private static final String LATER = """
            select t.id, t.in_reply_to_id
            from tweet asked
            join tweet t on t.conversation_id = asked.conversation_id and t.no > asked.no
            where asked.id = ?
            order by t.no
            limit ?
            """;

    static ReplyThread around(Connection connection, TweetId id) throws SQLException {
        return new ReplyThread(ancestors(connection, id), descendants(connection, id));
    }

    private static List<UUID> ancestors(Connection connection, TweetId id) throws SQLException {
        try (var query = prepare(connection, UP, id);
                var rows = query.executeQuery()) {
            var ancestors = new ArrayList<UUID>();
            while (rows.next()) {
                ancestors.add(rows.getObject(1, UUID.class));
            }
            return ancestors;
        }
    }

    /** An answer is always younger than what it answers, so one pass is enough. */
    private static List<UUID> descendants(Connection connection, TweetId id) throws SQLException {
        try (var query = prepare(connection, LATER, id);
                var rows = query.executeQuery()) {
            var below = new HashSet<>(Set.of(id.value()));
            var descendants = new ArrayList<UUID>();
            while (rows.next()) {
                var later = rows.getObject(1, UUID.class);
                if (below.contains(rows.getObject(2, UUID.class))) {
                    below.add(later);
                    descendants.add(later);
                }
            }
            return descendants;
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, TweetId id) throws SQLException {
        var query = connection.prepareStatement(sql);
        query.setObject(1, id.value());
        query.setInt(2, LONGEST);
        return query;
    }
}
