package dev.newera.chat.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The lock under which change numbers are drawn, held until the commit. Without it a transaction that drew 7 may commit after one
 * that drew 8, and whoever has read up to 8 never sees 7. Writes come in batches, so few transactions hold it, each for long
 * enough to be worth it.
 */
final class LogLock {
    private static final String TAKE = "select pg_advisory_xact_lock(%d)".formatted(0x4e45574552410001L);

    private LogLock() {}

    static void take(Connection connection) throws SQLException {
        var trip = new RoundTrip(connection);
        take(trip);
        trip.go();
    }

    /** What is added to the round trip after this is done under the lock. */
    static void take(RoundTrip trip) {
        trip.add(TAKE);
    }
}
