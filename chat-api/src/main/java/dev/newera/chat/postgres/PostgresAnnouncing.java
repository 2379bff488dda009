package dev.newera.chat.postgres;

import dev.newera.chat.TweetId;
import dev.newera.chat.operations.Announcing;
import dev.newera.chat.operations.TweetRange;
import dev.newera.chat.operations.Unannounced;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;

/** The relay's place in the change log, as others see it, and a way to give it more to say. */
final class PostgresAnnouncing implements Announcing {
    private static final String RELAY = "relay";

    /** So few under the log's lock that no post waits long for it. */
    private static final int PORTION = 1_000;

    private static final String WANTED = """
            from tweet t
            where t.id > ? and t.id <= ?
                and (not ? or t.erased_at is null and not exists (select from tagging g where g.tweet_id = t.id))
            """;

    private final Database database;

    PostgresAnnouncing(Database database) {
        this.database = database;
    }

    @Override
    public Unannounced unannounced() {
        return database.read(PostgresAnnouncing::unannounced);
    }

    /** Taggings are passed over: the relay has nothing to say of them. */
    private static Unannounced unannounced(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("""
                select count(*), min(at)
                from change
                where kind <> 'tagged' and no > coalesce((select no from follower where name = ?), 0)
                """)) {
            query.setString(1, RELAY);
            try (var rows = query.executeQuery()) {
                rows.next();
                var since = Optional.ofNullable(rows.getObject(2, OffsetDateTime.class));
                return new Unannounced(rows.getLong(1), since.map(OffsetDateTime::toInstant));
            }
        }
    }

    @Override
    public boolean holds(TweetId tweet) {
        return database.read(connection -> {
            try (var query = connection.prepareStatement("select from tweet where id = ? and erased_at is null")) {
                query.setObject(1, tweet.value());
                try (var rows = query.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    @Override
    public long count(TweetRange range, boolean untagged) {
        return database.read(connection -> {
            try (var query = connection.prepareStatement("select count(*) " + WANTED)) {
                query.setObject(1, range.after());
                query.setObject(2, range.upTo());
                query.setBoolean(3, untagged);
                try (var rows = query.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
    }

    /** @param last the last tweet of the portion, null when there was none left */
    private record Portion(long tweets, UUID last) {}

    @Override
    public long again(TweetRange range, boolean untagged, LongConsumer progress) {
        long written = 0;
        for (var portion = write(range, untagged); portion.tweets() > 0; portion = write(range, untagged)) {
            written += portion.tweets();
            progress.accept(written);
            range = new TweetRange(portion.last(), range.upTo());
        }
        return written;
    }

    private Portion write(TweetRange range, boolean untagged) {
        return database.write(connection -> {
            LogLock.take(connection);
            return write(connection, range, untagged);
        });
    }

    private static Portion write(Connection connection, TweetRange range, boolean untagged) throws SQLException {
        try (var insert = connection.prepareStatement("""
                with wanted as (
                    select t.id
                    %s
                    order by t.id
                    limit ?
                ), logged as (
                    insert into change (no, tweet_id, kind)
                    select nextval('change_no'), id, 'announced'
                    from wanted
                )
                select id, count(*) over ()
                from wanted
                order by id desc
                limit 1
                """.formatted(WANTED))) {
            insert.setObject(1, range.after());
            insert.setObject(2, range.upTo());
            insert.setBoolean(3, untagged);
            insert.setInt(4, PORTION);
            try (var rows = insert.executeQuery()) {
                return rows.next() ? new Portion(rows.getLong(2), rows.getObject(1, UUID.class)) : new Portion(0, null);
            }
        }
    }
}
