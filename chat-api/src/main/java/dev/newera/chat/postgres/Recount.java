package dev.newera.chat.postgres;

import dev.newera.chat.operations.Miscount;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of one table of counts, and the query that counts it anew.
 *
 * @param table one of this package's own, like the columns
 * @param key its key's columns
 * @param count the column that counts
 * @param part which rows, a condition
 * @param counted a query for the same rows as they should be: the key's columns and n
 * @param times the parameters, of {@code counted} and then of {@code part}
 */
record Recount(String table, List<String> key, String count, String part, String counted, List<OffsetDateTime> times) {

    /** A rollup by time: its columns after hashtag, grain and bucket, the widths that it has, and what it counts of {@code counted}. */
    private record ByTime(String table, List<String> names, List<String> grains, String from) {
        private static final List<String> SUMS = List.of("minute", "hour", "day");
        private static final List<String> PEOPLE = List.of("minute", "day");
        private static final List<String> LISTS = List.of("minute");

        List<String> key() {
            return Stream.concat(Stream.of("hashtag", "grain", "bucket"), names.stream())
                    .toList();
        }

        String columns() {
            return String.join(", ", key());
        }

        /** The widest of its buckets, of which the one of all times is the sum. */
        String widest() {
            return grains.get(grains.size() - 1);
        }
    }

    private static final List<ByTime> BY_TIME = List.of(
            new ByTime("tweet_count", List.of(), ByTime.SUMS, "select hashtag, grain, bucket from counted"),
            new ByTime("theme_count", List.of("theme"), ByTime.SUMS, """
                    select c.hashtag, c.grain, c.bucket, t.theme
                    from counted c
                    cross join lateral (
                        select theme from tag where tweet_id = c.id
                        union all
                        select '' from tagging where tweet_id = c.id and failure is null
                    ) t
                    """),
            new ByTime("theme_pair_count", List.of("theme", "other"), ByTime.SUMS, """
                    select c.hashtag, c.grain, c.bucket, a.theme, b.theme as other
                    from counted c
                    join tag a on a.tweet_id = c.id
                    join tag b on b.tweet_id = c.id and b.tagger_id = a.tagger_id
                        and a.theme collate "C" < b.theme collate "C"
                    """),
            new ByTime("participant_tweet_count", List.of("theme", "username"), ByTime.PEOPLE, """
                    select c.hashtag, c.grain, c.bucket, t.theme, c.username
                    from counted c
                    join tag t on t.tweet_id = c.id
                    """),
            new ByTime("theme_hashtag_count", List.of("theme", "other"), ByTime.LISTS, """
                    select c.hashtag, c.grain, c.bucket, t.theme, h.hashtag as other
                    from counted c
                    join tag t on t.tweet_id = c.id
                    cross join lateral (
                        select hashtag
                        from tweet_hashtag
                        where tweet_id = c.id
                        order by hashtag collate "C"
                        limit 10
                    ) h
                    where h.hashtag <> c.hashtag
                    """));

    static final String DAYS = "select distinct date_trunc('day', created_at, 'UTC') from tweet where erased_at is null"
            + BY_TIME.stream()
                    .map(it -> " union select distinct date_trunc('day', bucket, 'UTC') from " + it.table()
                            + " where grain <> 'all'")
                    .collect(Collectors.joining())
            + " order by 1";

    private static final String COUNTED_OF_DAY = """
            with counted as (
                select t.id, s.hashtag, g.grain, date_trunc(g.grain, t.created_at, 'UTC') as bucket,
                    lower(t.username) as username
                from tweet t
                cross join lateral (
                    select ''
                    union all
                    select hashtag from tweet_hashtag where tweet_id = t.id
                ) s (hashtag)
                cross join (values %s) g (grain)
                where t.erased_at is null and t.created_at >= ? and t.created_at < ?
            )
            select %s, count(*) as n
            from (%s) it
            group by %2$s
            """;

    /** All that is counted in buckets of that day. */
    static List<Recount> ofDay(OffsetDateTime day) {
        var times = List.of(day, day.plusDays(1), day, day.plusDays(1));
        return BY_TIME.stream()
                .map(it -> new Recount(
                        it.table(),
                        it.key(),
                        "tweet_count",
                        "grain <> 'all' and bucket >= ? and bucket < ?",
                        COUNTED_OF_DAY.formatted(values(it.grains()), it.columns(), it.from()),
                        times))
                .toList();
    }

    private static String values(List<String> grains) {
        return grains.stream().map("('%s')"::formatted).collect(Collectors.joining(", "));
    }

    /** The one bucket of all times, which is the sum of the others. */
    static List<Recount> overAllDays() {
        return BY_TIME.stream().map(Recount::overAllDays).toList();
    }

    private static Recount overAllDays(ByTime rollup) {
        var names = Stream.concat(Stream.of("hashtag"), rollup.names().stream()).collect(Collectors.joining(", "));
        var counted = """
                select %1$s, 'all' as grain, 'epoch'::timestamptz as bucket, sum(tweet_count)::bigint as n
                from %2$s
                where grain = '%3$s'
                group by %1$s
                """.formatted(names, rollup.table(), rollup.widest());
        return new Recount(rollup.table(), rollup.key(), "tweet_count", "grain = 'all'", counted, List.of());
    }

    /** How many people there are, by theme and bucket. */
    static Recount ofPeople() {
        return new Recount(
                "theme_participant_count",
                List.of("hashtag", "grain", "bucket", "theme"),
                "participant_count",
                "true",
                """
                select hashtag, grain, bucket, theme, count(*) as n
                from participant_tweet_count
                where grain <> 'minute'
                group by hashtag, grain, bucket, theme
                """,
                List.of());
    }

    private static final String WRONG = """
            with recount as (
                %1$s
            ), kept as (
                select %2$s, %3$s as n
                from %4$s
                where %5$s
            ), wrong as (
                select %2$s, coalesce(kept.n, 0) as kept, coalesce(recount.n, 0) as counted
                from recount
                full join kept using (%2$s)
                where recount.n is distinct from kept.n
            )
            """;

    private static final String TELL = """
            select concat_ws(' ', %s), kept, counted
            from wrong
            """;

    /** In the order of keys, as writers do it: who waits for whom is no circle then. */
    private static final String MEND = """
            , mended as (
                insert into %1$s as c (%2$s, %3$s)
                select %2$s, counted - kept
                from wrong
                order by %4$s
                on conflict (%2$s) do update
                set %3$s = c.%3$s + excluded.%3$s
            )
            """;

    List<Miscount> verify(Connection connection) throws SQLException {
        return miscounts(connection, wrong() + TELL.formatted(condition()));
    }

    /** In a transaction of its own. */
    List<Miscount> repair(Connection connection) throws SQLException {
        var mend = MEND.formatted(table, columns(), count, order());
        var mended = miscounts(connection, wrong() + mend + TELL.formatted(condition()));
        if (!mended.isEmpty()) {
            removeEmpty(connection);
        }
        return mended;
    }

    /** A row's key as one would ask for it: hashtag='neweranhs' grain='all' … */
    private String condition() {
        return key.stream()
                .map(column -> "'%1$s=' || quote_literal(%1$s)".formatted(column))
                .collect(Collectors.joining(", "));
    }

    private String columns() {
        return String.join(", ", key);
    }

    private String wrong() {
        return WRONG.formatted(counted, columns(), count, table, part);
    }

    private String order() {
        return key.stream()
                .map(column -> switch (column) {
                    case "bucket" -> column;
                    case "grain" -> "array_position(array['minute', 'hour', 'day', 'all'], grain)";
                    default -> column + " collate \"C\"";
                })
                .collect(Collectors.joining(", "));
    }

    private List<Miscount> miscounts(Connection connection, String sql) throws SQLException {
        var found = new ArrayList<Miscount>();
        try (var query = connection.prepareStatement(sql)) {
            set(query, times);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new Miscount(table, rows.getString(1), rows.getLong(2), rows.getLong(3)));
                }
            }
        }
        return found;
    }

    /** A row is never zero but within a transaction: these are the ones that this one has mended. */
    private void removeEmpty(Connection connection) throws SQLException {
        try (var delete =
                connection.prepareStatement("delete from %s where %s = 0 and %s".formatted(table, count, part))) {
            set(delete, times.subList(times.size() / 2, times.size()));
            delete.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, List<OffsetDateTime> times) throws SQLException {
        for (int i = 0; i < times.size(); i++) {
            statement.setObject(i + 1, times.get(i));
        }
    }
}
