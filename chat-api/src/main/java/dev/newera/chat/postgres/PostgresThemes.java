package dev.newera.chat.postgres;

import dev.newera.chat.Author;
import dev.newera.chat.Granularity;
import dev.newera.chat.Scope;
import dev.newera.chat.Themes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postgresql.PGStatement;

/**
 * Answers from the rollups: how long that takes depends on the buckets, themes, people and hashtags that are asked for, not on how
 * many tweets there are. One statement is one moment.
 */
final class PostgresThemes implements Themes {
    /** Stands where a theme stands, in the row of all tweets: no theme's id has a blank. */
    private static final String TOTAL = "all tweets";

    private static final Set<String> NOT_A_THEME = Set.of(TOTAL, Counted.ANY_THEME);

    private static final String COUNTS = """
            , spoken as (
                select c.theme, sum(c.tweet_count)::bigint as tweets
                from run
                join theme_count c on {in run}
                group by c.theme
            ), people as (
                {people}
            )
            select 'all tweets', coalesce(sum(c.tweet_count), 0)::bigint, 0
            from run
            join tweet_count c on {in run}
            union all
            select s.theme, s.tweets, coalesce(p.people, 0)
            from spoken s
            left join people p on p.theme = s.theme
            """;

    /** How many people one bucket has is counted along. */
    private static final String PEOPLE_OF_A_BUCKET = """
            select c.theme, c.participant_count as people
            from run
            join theme_participant_count c on {in run}
            """;

    /** Where people are found: there are none by the hour, so an hour is its minutes. */
    private static final String RUN_OF_PEOPLE = """
            (
                select hashtag, case grain when 'hour' then 'minute' else grain end as grain, first, beyond
                from run
            ) run
            """;

    /**
     * People cannot be added up over buckets: each counts once. To sort them, as {@code count(distinct username)} does, would take
     * most of the time.
     */
    private static final String PEOPLE_OF_A_TIME = """
            select theme, count(*) as people
            from (
                select distinct c.theme, c.username
                from %s
                join participant_tweet_count c on {in run}
            ) as each
            group by theme
            """.formatted(RUN_OF_PEOPLE);

    private static final String UNTAGGED = """
            select (
                select coalesce(sum(c.tweet_count), 0)
                from run
                join tweet_count c on {in run}
            ) - (
                select coalesce(sum(c.tweet_count), 0)
                from run
                join theme_count c on {in run}
                where c.theme = ''
            )
            """;

    /** Of buckets that are kept as they are asked for: to add up each alone would take longer than to read a day of minutes. */
    private static final String BUCKETS = """
            select c.theme, c.bucket, c.tweet_count
            from run
            join theme_count c on {in run}
            where c.theme <> ''
            """;

    private static final String BUCKETS_OF_FINER_ONES = """
            select c.theme, date_trunc('%s', c.bucket, 'UTC'), sum(c.tweet_count)::bigint
            from run
            join theme_count c on {in run}
            where c.theme <> ''
            group by 1, 2
            """;

    private static final String EXTENT = """
            select min(c.bucket), max(c.bucket)
            from run
            join tweet_count c on {in run}
            """;

    private static final String PAIRS = """
            , spoken as (
                select c.theme, sum(c.tweet_count)::bigint as tweets
                from run
                join theme_count c on {in run}
                group by c.theme
            ), together as (
                select c.theme, c.other, sum(c.tweet_count)::bigint as tweets
                from run
                join theme_pair_count c on {in run}
                group by c.theme, c.other
            )
            select t.theme, t.other, t.tweets, a.tweets + b.tweets - t.tweets
            from together t
            join spoken a on a.theme = t.theme
            join spoken b on b.theme = t.other
            order by t.tweets desc, t.theme, t.other
            """;

    /** How people write their names today is told by one look at each one's newest tweet. */
    private static final String PARTICIPANTS = """
            select n.username, n.name, p.tweets
            from (
                select c.username, sum(c.tweet_count)::bigint as tweets
                from %s
                join participant_tweet_count c on {in run}
                where c.theme = ? and {grain}
                group by c.username
                order by tweets desc, c.username
                limit ?
            ) as p
            cross join lateral (
                select t.username, t.name
                from tweet t
                where lower(t.username) = p.username
                order by t.no desc
                limit 1
            ) as n
            order by p.tweets desc, p.username
            """.formatted(RUN_OF_PEOPLE);

    /** What the run says already, for the planner: it takes the rows of all minutes for those of ever, and reads them all. */
    private static final String OF_EVER = "c.grain = 'all' and c.bucket = 'epoch'";

    private static final String OF_A_TIME = "c.grain <> 'all'";

    private static final String HASHTAGS = """
            select c.other, sum(c.tweet_count)::bigint as tweets
            from run
            join theme_hashtag_count c on {in run}
            where c.theme = ? and {grain}
            group by c.other
            order by tweets desc, c.other
            limit ?
            """;

    private final ScopedReading reading;

    PostgresThemes(Database database) {
        this.reading = new ScopedReading(database);
    }

    @Override
    public Counts counts(Scope scope) {
        var runs = Buckets.of(scope);
        var sql = COUNTS.replace("{people}", isDayOrEver(runs) ? PEOPLE_OF_A_BUCKET : PEOPLE_OF_A_TIME);
        var rows = reading.list(scope, runs, sql, query -> {}, PostgresThemes::count);
        var themes =
                rows.stream().filter(it -> !NOT_A_THEME.contains(it.theme())).toList();
        return new Counts(themes, tweets(TOTAL, rows), tweets(Counted.ANY_THEME, rows));
    }

    private static boolean isDayOrEver(List<Buckets> runs) {
        return runs.size() == 1 && runs.get(0).isOne() && runs.get(0).grain().compareTo(Grain.DAY) >= 0;
    }

    private static long tweets(String theme, List<Count> rows) {
        return rows.stream()
                .filter(it -> it.theme().equals(theme))
                .mapToLong(Count::tweetCount)
                .sum();
    }

    private static Count count(ResultSet row) throws SQLException {
        return new Count(row.getString(1), row.getLong(2), row.getLong(3));
    }

    @Override
    public long untagged(Scope scope) {
        return reading.list(scope, Buckets.of(scope), UNTAGGED, query -> {}, row -> row.getLong(1))
                .get(0);
    }

    @Override
    public List<Bucket> buckets(Scope scope, Granularity granularity) {
        var grain = Grain.of(granularity);
        var runs = Buckets.of(scope, grain);
        var sql = runs.stream().allMatch(run -> run.grain() == grain)
                ? BUCKETS
                : BUCKETS_OF_FINER_ONES.formatted(grain.sql());
        return reading.list(
                scope, runs, sql, query -> {}, row -> new Bucket(row.getString(1), instant(row, 2), row.getLong(3)));
    }

    @Override
    public Optional<Extent> extent(Scope scope) {
        return reading.list(scope, Buckets.of(scope, Grain.MINUTE), EXTENT, query -> {}, PostgresThemes::extent)
                .get(0);
    }

    private static Optional<Extent> extent(ResultSet row) throws SQLException {
        return row.getObject(1) == null
                ? Optional.empty()
                : Optional.of(new Extent(instant(row, 1), Granularity.MINUTE.step(instant(row, 2), 1)));
    }

    @Override
    public List<Pair> pairs(Scope scope) {
        return reading.list(
                scope,
                Buckets.of(scope),
                PAIRS,
                query -> {},
                row -> new Pair(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)));
    }

    @Override
    public List<Participant> participants(String theme, Scope scope, int most) {
        return top(
                PARTICIPANTS,
                theme,
                scope,
                Buckets.of(scope),
                most,
                row -> new Participant(new Author(row.getString(1), row.getString(2)), row.getLong(3)));
    }

    @Override
    public List<HashtagCount> hashtags(String theme, Scope scope, int most) {
        var runs = scope.isForEver() ? Buckets.of(scope) : Buckets.of(scope, Grain.MINUTE);
        return top(HASHTAGS, theme, scope, runs, most, row -> new HashtagCount(row.getString(1), row.getLong(2)));
    }

    private <T> List<T> top(
            String sql, String theme, Scope scope, List<Buckets> runs, int most, ScopedReading.Row<T> as) {
        ScopedReading.Parameters themeAndMost = query -> {
            planAnew(query);
            query.setString(5, theme);
            query.setInt(6, most);
        };
        var grain = scope.isForEver() ? OF_EVER : OF_A_TIME;
        return reading.list(scope, runs, sql.replace("{grain}", grain), themeAndMost, as);
    }

    /**
     * PostgreSQL would soon settle for one plan for any time, which reads all there is for fear of many runs of buckets. Kept from the
     * statements that the server keeps, a question about a day is planned as one.
     */
    private static void planAnew(PreparedStatement query) throws SQLException {
        query.unwrap(PGStatement.class).setPrepareThreshold(0);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
