package dev.newera.chat.postgres;

import dev.newera.chat.operations.Announcing;
import dev.newera.chat.operations.Unannounced;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The relay's place in the change log, as others see it. */
final class PostgresAnnouncing implements Announcing {
    private static final String RELAY = "relay";

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
}
