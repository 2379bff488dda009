package dev.newera.chat.postgres;

import dev.newera.chat.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/** Plain JDBC, where a repository would be in the way: one unit of work is one transaction. Safe from many threads. */
final class Database {
    private static final Set<String> BLAMES_DATA = Set.of("22", "23", "54");

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    /** What is done with a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Commits if the work returns, rolls back if it throws; an SQL error becomes UNAVAILABLE or a {@link Refused}. */
    <T> T write(Work<T> work) {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            return committed(connection, work);
        } catch (SQLException error) {
            throw failure(error);
        }
    }

    private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
        try {
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException error) {
            rollBack(connection, error);
            throw error;
        }
    }

    private static void rollBack(Connection connection, Exception error) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            error.addSuppressed(gone);
        }
    }

    /** Reads, each statement for itself. */
    <T> T read(Work<T> work) {
        try (var connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException error) {
            throw failure(error);
        }
    }

    /** A connection of one's own, to be closed by the caller. */
    Connection connection() {
        try {
            return source.getConnection();
        } catch (SQLException error) {
            throw failure(error);
        }
    }

    /** SQLSTATE classes 22, 23 and 54 blame the data, 54 for its size; anything else blames the database. */
    static RuntimeException failure(SQLException error) {
        var state = error.getSQLState();
        return state != null && BLAMES_DATA.contains(state.substring(0, 2))
                ? new Refused(error)
                : Failure.unavailable(error);
    }

    /** The database will not take this data, now or later. */
    static final class Refused extends RuntimeException {
        Refused(SQLException cause) {
            super(cause);
        }
    }
}
