package dev.newera.chat.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Rows as columns: one array each, as {@code unnest} takes them. */
final class Columns<T> {
    private final List<T> rows;
    private final List<Column> columns = new ArrayList<>();

    Columns(List<T> rows) {
        this.rows = rows;
    }

    private record Column(String type, Object[] values) {}

    /** The next column: its PostgreSQL type, and its value in each row. */
    Columns<T> each(String type, Function<T, ?> value) {
        return add(type, rows.stream().map(value).toArray());
    }

    /** The next column, as it is. */
    Columns<T> add(String type, Object[] values) {
        columns.add(new Column(type, values));
        return this;
    }

    /** Adds a statement whose parameters are these columns to the round trip; not if there is no row. */
    void update(RoundTrip trip, String sql) throws SQLException {
        query(trip, sql, row -> {});
    }

    /** The same with a statement that gives rows back, and who reads each. */
    void query(RoundTrip trip, String sql, RoundTrip.Reader reader) throws SQLException {
        if (!rows.isEmpty()) {
            var arrays = new ArrayList<>();
            for (var column : columns) {
                arrays.add(trip.array(column.type(), column.values()));
            }
            trip.add(sql, reader, arrays.toArray());
        }
    }

    /**
     * Runs a statement once for each row, whose parameters are the row's values; all of them in one round trip. For what deletes by
     * key: joined with its keys, a table is read from end to end if it was small when PostgreSQL planned that.
     */
    void updateEach(Connection connection, String sql) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(sql)) {
            for (int row = 0; row < rows.size(); row++) {
                for (int i = 0; i < columns.size(); i++) {
                    statement.setObject(i + 1, columns.get(i).values()[row]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
