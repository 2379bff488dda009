package dev.newera.chat.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The lock under which change numbers are drawn, held until the commit. Without it a transaction that drew 7 may commit after one
 * that drew 8, and whoever has read up to 8 never sees 7. Writes come in batches, so few transactions hold it, each for long
 * enough to be worth it.
 */
final class LogLock {
    private static final long ADVISORY_KEY = 0x4e45574552410001L;

    private LogLock() {}

    static void take(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            statement.setLong(1, ADVISORY_KEY);
            statement.execute();
        }
    }
}
