package dev.newera.chat.postgres;

import dev.newera.chat.Themes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;

/** Counts from the count tables; one statement is one moment. */
final class PostgresThemes implements Themes {
    private final Database database;

    PostgresThemes(Database database) {
        this.database = database;
    }

    @Override
    public Counts counts() {
        return database.read(PostgresThemes::counts);
    }

    /** The first row of the answer holds the totals; a theme name is never null. */
    private static Counts counts(Connection connection) throws SQLException {
        var counts = new ArrayList<Count>();
        long total = 0;
        long tagged = 0;
        try (var query = connection.prepareStatement("""
                        select null as theme,
                            (select coalesce(sum(tweet_count), 0) from tweet_count)::bigint,
                            (select coalesce(sum(tweet_count), 0) from tagged_count)::bigint
                        union all
                        select theme, sum(tweet_count)::bigint,
                            (select count(*) from theme_participant p where p.theme = c.theme and p.tweet_count > 0)
                        from theme_count c
                        group by theme
                        """);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                if (rows.getString(1) == null) {
                    total = rows.getLong(2);
                    tagged = rows.getLong(3);
                } else {
                    counts.add(new Count(rows.getString(1), rows.getLong(2), rows.getLong(3)));
                }
            }
        }
        return new Counts(counts, total, tagged);
    }
}
