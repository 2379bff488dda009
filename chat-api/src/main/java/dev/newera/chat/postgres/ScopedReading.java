package dev.newera.chat.postgres;

import dev.newera.chat.Scope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads rollups: a statement names the rows of a scope by {@code join <rollup> c on {in run}}. */
final class ScopedReading {
    /** The scope as runs of buckets, parameters 1 to 4: every statement begins with it. */
    private static final String RUNS = """
            with run as (
                select ?::text as hashtag, r.grain, to_timestamp(r.first / 1000.0) as first,
                    to_timestamp(r.beyond / 1000.0) as beyond
                from unnest(?::text[], ?::int8[], ?::int8[]) as r (grain, first, beyond)
            )
            """;

    /** How the rows {@code c} of any rollup are found. */
    private static final String IN_RUN =
            "c.hashtag = run.hashtag and c.grain = run.grain and c.bucket >= run.first and c.bucket < run.beyond";

    private final Database database;

    ScopedReading(Database database) {
        this.database = database;
    }

    /** Sets what a statement asks for beside the scope: parameters from 5 on. */
    interface Parameters {
        void set(PreparedStatement query) throws SQLException;
    }

    /** Reads the row that the result stands at. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** The rows of a statement that begins after the scope's common table expression. */
    <T> List<T> list(Scope scope, List<Buckets> runs, String sql, Parameters others, Row<T> as) {
        return database.read(connection -> {
            try (var query = connection.prepareStatement(RUNS + sql.replace("{in run}", IN_RUN))) {
                query.setString(1, scope.hashtag() == null ? Counted.WHOLE_CHAT : scope.hashtag());
                setRuns(connection, query, runs);
                others.set(query);
                return rows(query, as);
            }
        });
    }

    private static void setRuns(Connection connection, PreparedStatement query, List<Buckets> runs)
            throws SQLException {
        var grains = runs.stream().map(run -> run.grain().sql()).toArray();
        var firsts = runs.stream().map(run -> run.first().toEpochMilli()).toArray();
        var ends = runs.stream().map(run -> run.end().toEpochMilli()).toArray();
        query.setArray(2, connection.createArrayOf("text", grains));
        query.setArray(3, connection.createArrayOf("int8", firsts));
        query.setArray(4, connection.createArrayOf("int8", ends));
    }

    private static <T> List<T> rows(PreparedStatement query, Row<T> as) throws SQLException {
        var found = new ArrayList<T>();
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                found.add(as.of(rows));
            }
        }
        return found;
    }
}
