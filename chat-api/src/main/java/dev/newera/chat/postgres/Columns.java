package dev.newera.chat.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Rows turned into one array a column, as {@code unnest} takes them. */
final class Columns<T> {
    private final Connection connection;
    private final List<T> rows;
    private final List<Array> arrays = new ArrayList<>();

    Columns(Connection connection, List<T> rows) {
        this.connection = connection;
        this.rows = rows;
    }

    /** The next column: its PostgreSQL type, and its value in each row. */
    Columns<T> each(String type, Function<T, ?> value) throws SQLException {
        return add(type, rows.stream().map(value).toArray());
    }

    /** The next column, as it is. */
    Columns<T> add(String type, Object[] values) throws SQLException {
        arrays.add(connection.createArrayOf(type, values));
        return this;
    }

    /** Runs a statement whose parameters are these columns; not at all if there is no row. */
    void update(String sql) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var statement = prepared(sql)) {
            statement.executeUpdate();
        }
    }

    /** Reads a row that a statement gave back. */
    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** Runs a statement that gives rows back; not at all if there is no row to begin with. */
    void query(String sql, Reader reader) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var statement = prepared(sql);
                var found = statement.executeQuery()) {
            while (found.next()) {
                reader.read(found);
            }
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < arrays.size(); i++) {
            statement.setArray(i + 1, arrays.get(i));
        }
        return statement;
    }
}
