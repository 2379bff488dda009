package dev.newera.chat.postgres;

import static dev.newera.chat.postgres.Crowd.HASHTAGS;
import static dev.newera.chat.postgres.Crowd.THEMES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.chat.Caller;
import dev.newera.chat.Granularity;
import dev.newera.chat.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** "Counts are right": whatever is posted, tagged, tagged again, erased or delivered twice, in any order. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RollupsTest {
    /** Counts by looking at every tweet there is. */
    private record Recount(ScratchSchema schema, Scope scope) {

        private String where() {
            var conditions = new ArrayList<>(List.of("t.erased_at is null"));
            if (scope.hashtag() != null) {
                conditions.add(
                        "t.id in (select tweet_id from tweet_hashtag where hashtag = '" + scope.hashtag() + "')");
            }
            if (scope.start() != null) {
                conditions.add("t.created_at >= '" + scope.start() + "'");
            }
            if (scope.end() != null) {
                conditions.add("t.created_at < '" + scope.end() + "'");
            }
            return " where " + String.join(" and ", conditions) + " ";
        }

        List<String> totals() {
            return schema.rows("select count(*), count(g.tweet_id) from tweet t"
                    + " left join tagging g on g.tweet_id = t.id and g.failure is null" + where());
        }

        private List<String> tags(String columns, String more) {
            return schema.rows("select " + columns + " from tweet t join tag g on g.tweet_id = t.id" + where() + more);
        }

        List<String> themes() {
            return tags("g.theme, count(*), count(distinct lower(t.username))", "group by 1");
        }

        List<String> buckets(String granularity) {
            return tags(
                    "g.theme, extract(epoch from date_trunc('%s', t.created_at, 'UTC'))::bigint, count(*)"
                            .formatted(granularity),
                    "group by 1, 2");
        }

        List<String> pairs() {
            return schema.rows("select a.theme, b.theme, count(*) filter (where a.here and b.here),"
                    + " count(*) filter (where a.here or b.here)"
                    + " from tweet t, lateral (" + eachTheme() + ") a, lateral (" + eachTheme() + ") b" + where()
                    + " and a.theme < b.theme group by 1, 2 having bool_or(a.here and b.here)");
        }

        private static String eachTheme() {
            var themes = THEMES.stream().map(theme -> "('" + theme + "')").collect(Collectors.joining(","));
            return "select theme, exists (select from tag g where g.tweet_id = t.id and g.theme = v.theme) as here"
                    + " from (values " + themes + ") v (theme)";
        }

        List<String> participants(String theme) {
            return tags("lower(t.username), count(*)", "and g.theme = '" + theme + "' group by 1");
        }

        List<String> hashtags(String theme) {
            return schema.rows("select h.hashtag, count(*) from tweet t join tag g on g.tweet_id = t.id"
                    + " join tweet_hashtag h on h.tweet_id = t.id" + where() + " and g.theme = '" + theme
                    + "' and h.hashtag <> '" + scope.hashtag() + "' group by 1");
        }
    }

    private static void requireEqual(ScratchSchema schema, Scope scope) {
        var themes = new PostgresThemes(schema.database());
        var recount = new Recount(schema, scope);
        var counts = themes.counts(scope);

        assertThat(List.of(counts.total() + " " + counts.tagged()))
                .as("%s", scope)
                .isEqualTo(recount.totals());
        assertThat(themes.untagged(scope)).isEqualTo(counts.total() - counts.tagged());
        same(counts.counts(), it -> it.theme() + " " + it.tweetCount() + " " + it.participantCount(), recount.themes());
        for (var granularity : Granularity.values()) {
            same(
                    themes.buckets(scope, granularity),
                    it -> it.theme() + " " + it.start().getEpochSecond() + " " + it.tweetCount(),
                    recount.buckets(granularity.name().toLowerCase()));
        }
        same(themes.pairs(scope), it -> it.a() + " " + it.b() + " " + it.both() + " " + it.either(), recount.pairs());
        for (var theme : THEMES) {
            same(
                    themes.participants(theme, scope, 100),
                    it -> it.author().username().toLowerCase() + " " + it.tweetCount(),
                    recount.participants(theme));
            same(
                    themes.hashtags(theme, scope, 100),
                    it -> it.hashtag() + " " + it.tweetCount(),
                    recount.hashtags(theme));
        }
    }

    private static <T> void same(List<T> answer, Function<T, String> as, List<String> recount) {
        assertThat(answer.stream().map(as)).containsExactlyInAnyOrderElementsOf(recount);
    }

    @Test
    void every_count_equals_a_recount_after_posts_retags_erasures_and_duplicates_in_any_order() throws Exception {
        try (var schema = new ScratchSchema().migratedTo("latest")) {
            var crowd = new Crowd(schema.database(), 17);
            crowd.post();

            for (int i = 1; i <= 300; i++) {
                crowd.act();
                if (i % 30 == 0) {
                    requireEqual(schema, Scope.ALL);
                    requireEqual(schema, crowd.scope());
                    requireEqual(schema, crowd.scope());
                    requireEqual(schema, crowd.day());
                }
            }

            assertThat(schema.rows("select count(*) from tag")).doesNotContain("0");
        }
    }

    @Test
    void nothing_is_left_of_what_was_erased() throws Exception {
        try (var schema = new ScratchSchema().migratedTo("latest")) {
            var crowd = new Crowd(schema.database(), 18);
            IntStream.range(0, 10).forEach(i -> crowd.post());
            crowd.tag(crowd.taggings(40));

            crowd.tweets.forEach(
                    id -> schema.database().write(connection -> Erasure.erase(connection, id, Caller.ANYONE)));

            for (var table : ROLLUPS) {
                assertThat(schema.rows("select * from " + table)).as(table).isEmpty();
            }
        }
    }

    @Test
    void replicas_that_count_at_the_same_time_wait_for_one_another_and_count_right() throws Exception {
        try (var schema = new ScratchSchema().migratedTo("latest")) {
            var first = new Crowd(schema.database(), 19);
            IntStream.range(0, 10).forEach(i -> first.post());
            var threads = Executors.newFixedThreadPool(4);

            var replicas = threads.invokeAll(IntStream.range(0, 4)
                    .mapToObj(i -> replica(schema, first, i))
                    .toList());
            for (var replica : replicas) {
                replica.get();
            }
            threads.shutdown();

            requireEqual(schema, Scope.ALL);
            requireEqual(schema, new Scope(HASHTAGS.get(0), null, null));
        }
    }

    private static Callable<Void> replica(ScratchSchema schema, Crowd first, int seed) {
        var crowd = new Crowd(schema.database(), seed);
        crowd.tweets.addAll(first.tweets);
        return () -> {
            for (int i = 0; i < 40; i++) {
                crowd.act();
            }
            return null;
        };
    }

    static final List<String> ROLLUPS = List.of(
            "tweet_count",
            "theme_count",
            "theme_pair_count",
            "participant_tweet_count",
            "theme_participant_count",
            "theme_hashtag_count");

    @Test
    void the_migrations_count_what_is_stored_as_if_it_had_been_counted_along() throws Exception {
        try (var counted = new ScratchSchema().migratedTo("latest");
                var migrated = new ScratchSchema().migratedTo("1")) {
            var crowd = new Crowd(counted.database(), 20);
            crowd.post();
            IntStream.range(0, 60).forEach(i -> crowd.act());
            for (var table : List.of("tweet", "tweet_hashtag", "tagging", "tag")) {
                migrated.run("insert into " + table + " select * from " + counted.name() + "." + table);
            }

            migrated.migratedTo("latest");

            for (var table : ROLLUPS) {
                assertThat(migrated.rows("select * from " + table))
                        .as(table)
                        .isNotEmpty()
                        .containsExactlyInAnyOrderElementsOf(counted.rows("select * from " + table));
            }
        }
    }
}
