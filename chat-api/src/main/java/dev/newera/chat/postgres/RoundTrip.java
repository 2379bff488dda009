package dev.newera.chat.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Statements that go to PostgreSQL together. It works through them in order, each seeing what those before it did, and their
 * answers come back together: nobody waits between two of them. Ends with the first that fails.
 */
final class RoundTrip {
    private final Connection connection;
    private final List<Step> steps = new ArrayList<>();

    RoundTrip(Connection connection) {
        this.connection = connection;
    }

    /** Reads a row of an answer. */
    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private record Step(String sql, Reader reader, List<?> parameters) {}

    /** A parameter that holds many values of that PostgreSQL type. */
    Array array(String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }

    /** One more statement, whose answer nobody reads. */
    RoundTrip add(String sql, Object... parameters) {
        return add(sql, row -> {}, parameters);
    }

    /** One more statement, and who reads each row of its answer. */
    RoundTrip add(String sql, Reader reader, Object... parameters) {
        steps.add(new Step(sql, reader, List.of(parameters)));
        return this;
    }

    /** Sends what was added since it went last, and returns when everything has been read. */
    void go() throws SQLException {
        if (steps.isEmpty()) {
            return;
        }
        // The driver sends what semicolons divide at once, and has each part prepared by itself.
        var all = steps.stream().map(Step::sql).collect(Collectors.joining(";\n"));
        try (var statement = connection.prepareStatement(all)) {
            setParameters(statement);
            statement.execute();
            for (var step : steps) {
                read(statement.getResultSet(), step.reader());
                statement.getMoreResults();
            }
        }
        steps.clear();
    }

    private void setParameters(PreparedStatement statement) throws SQLException {
        int i = 1;
        for (var step : steps) {
            for (var parameter : step.parameters()) {
                statement.setObject(i++, parameter);
            }
        }
    }

    /** @param rows null after a statement that gives none */
    private static void read(ResultSet rows, Reader reader) throws SQLException {
        while (rows != null && rows.next()) {
            reader.read(rows);
        }
    }
}
