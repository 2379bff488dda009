package dev.newera.chat.postgres;

import dev.newera.chat.ApiKeys;
import dev.newera.chat.operations.Announcing;
import dev.newera.chat.operations.Reconciling;
import dev.newera.chat.operations.Recounting;
import javax.sql.DataSource;

/** What PostgreSQL has to say to those who run the chat, without the rest of the chat around it. */
public final class PostgresOperations {
    private final Database database;

    /** @param source leads to the chat's schema, as it is by now; a new connection each time will do */
    public PostgresOperations(DataSource source) {
        this.database = new Database(source);
    }

    public ApiKeys keys() {
        return new PostgresApiKeys(database);
    }

    public Announcing announcing() {
        return new PostgresAnnouncing(database);
    }

    public Reconciling reconciling() {
        return new PostgresReconciling(database);
    }

    public Recounting recounting() {
        return new PostgresRecounting(database);
    }
}
