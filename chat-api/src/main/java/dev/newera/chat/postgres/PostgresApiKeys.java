package dev.newera.chat.postgres;

import dev.newera.chat.ApiKey;
import dev.newera.chat.ApiKeys;
import dev.newera.chat.Caller;
import dev.newera.chat.Failure;
import dev.newera.chat.Failure.Code;
import dev.newera.chat.Permission;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** API keys in their table. */
final class PostgresApiKeys implements ApiKeys {
    private static final String SELECT = """
            select id, name, scopes, author, created_at, expires_at, revoked_at, last_used_at, digest
            from api_key
            """;

    private final Database database;

    PostgresApiKeys(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Kept> find(String id) {
        return database.read(connection -> {
            try (var query = connection.prepareStatement(SELECT + "where id = ?")) {
                query.setString(1, id);
                try (var rows = query.executeQuery()) {
                    return rows.next() ? Optional.of(kept(rows)) : Optional.empty();
                }
            }
        });
    }

    @Override
    public List<ApiKey> all() {
        return database.read(connection -> {
            try (var query = connection.prepareStatement(SELECT + "order by created_at desc, id");
                    var rows = query.executeQuery()) {
                var keys = new ArrayList<ApiKey>();
                while (rows.next()) {
                    keys.add(kept(rows).key());
                }
                return keys;
            }
        });
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var scopes = (String[]) row.getArray("scopes").getArray();
        var key = new ApiKey(
                row.getString("id"),
                row.getString("name"),
                // A scope that a later version knows opens nothing here.
                Arrays.stream(scopes).flatMap(it -> Permission.of(it).stream()).collect(Collectors.toSet()),
                Optional.ofNullable(row.getString("author")),
                time(row, "created_at").orElseThrow(),
                time(row, "expires_at"),
                time(row, "revoked_at"),
                time(row, "last_used_at"));
        return new Kept(key, row.getBytes("digest"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    @Override
    public void add(Kept kept, Caller by) {
        var deed = Deed.keyMade(by, kept.key().id());
        database.write(connection -> {
            insert(connection, kept);
            deed.write(connection);
            return null;
        });
        deed.log();
    }

    private static void insert(Connection connection, Kept kept) throws SQLException {
        var key = kept.key();
        try (var insert = connection.prepareStatement("""
                insert into api_key (id, digest, name, scopes, author, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """)) {
            insert.setString(1, key.id());
            insert.setBytes(2, kept.digest());
            insert.setString(3, key.name());
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "text",
                            key.permissions().stream()
                                    .map(Permission::scope)
                                    .sorted()
                                    .toArray()));
            insert.setString(5, key.author().orElse(null));
            insert.setObject(6, key.createdAt().atOffset(ZoneOffset.UTC));
            insert.setObject(
                    7, key.expiresAt().map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null));
            insert.executeUpdate();
        }
    }

    @Override
    public boolean revoke(String id, Caller by) {
        var deed = Deed.keyRevoked(by, id);
        boolean revoked = database.write(connection -> {
            if (change(connection, "update api_key set revoked_at = now() where id = ? and revoked_at is null", id)) {
                deed.write(connection);
                return true;
            }
            return false;
        });
        if (revoked) {
            deed.log();
        } else if (find(id).isEmpty()) {
            throw Failure.of(Code.NOT_FOUND, "There is no key of the id " + id + ".");
        }
        return revoked;
    }

    @Override
    public void used(String id) {
        database.write(connection -> change(connection, """
                update api_key
                set last_used_at = date_trunc('hour', now())
                where id = ? and (last_used_at is null or last_used_at < date_trunc('hour', now()))
                """, id));
    }

    private static boolean change(Connection connection, String sql, String id) throws SQLException {
        try (var update = connection.prepareStatement(sql)) {
            update.setString(1, id);
            return update.executeUpdate() == 1;
        }
    }
}
