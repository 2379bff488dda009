package dev.newera.chat.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Rows turned into one array a column, as {@code unnest} takes them. */
final class Columns<T> {
    private final RoundTrip trip;
    private final List<T> rows;
    private final List<Object> arrays = new ArrayList<>();

    Columns(RoundTrip trip, List<T> rows) {
        this.trip = trip;
        this.rows = rows;
    }

    /** The next column: its PostgreSQL type, and its value in each row. */
    Columns<T> each(String type, Function<T, ?> value) throws SQLException {
        return add(type, rows.stream().map(value).toArray());
    }

    /** The next column, as it is. */
    Columns<T> add(String type, Object[] values) throws SQLException {
        arrays.add(trip.array(type, values));
        return this;
    }

    /** Adds a statement whose parameters are these columns to the round trip; not if there is no row. */
    void update(String sql) {
        if (!rows.isEmpty()) {
            trip.add(sql, arrays.toArray());
        }
    }

    /** The same with a statement that gives rows back, and who reads each. */
    void query(String sql, RoundTrip.Reader reader) {
        if (!rows.isEmpty()) {
            trip.add(sql, reader, arrays.toArray());
        }
    }
}
