package dev.newera.chat.postgres;

import dev.newera.chat.Secrets;

/** Secrets from their table, made by the first migration. */
final class PostgresSecrets implements Secrets {
    private final Database database;

    PostgresSecrets(Database database) {
        this.database = database;
    }

    @Override
    public byte[] cursorKey() {
        return database.read(connection -> {
            try (var query = connection.prepareStatement("select value from secret where name = 'cursor'");
                    var rows = query.executeQuery()) {
                rows.next();
                return rows.getBytes(1);
            }
        });
    }
}
