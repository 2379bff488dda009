package dev.newera.chat.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newera.chat.Granularity;
import dev.newera.chat.Scope;
import dev.newera.chat.Themes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/performance: how long the theme endpoints take does not depend on how many tweets there are, because none is read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ThemePlansTest {
    private static final Set<String> ROLLUPS = Set.of(
            "tweet_count",
            "theme_count",
            "theme_pair_count",
            "participant_tweet_count",
            "theme_participant_count",
            "theme_hashtag_count");

    private static final Instant BEGIN = Instant.parse("2014-09-12T12:00:00Z");

    private static ScratchSchema schema;
    private static Overheard overheard;
    private static Themes themes;

    /** Five thousand tweets over some weeks, and statistics, so that the plans are those of a chat and not of empty tables. */
    @BeforeAll
    static void talk() throws SQLException {
        schema = new ScratchSchema().migratedTo("1");
        schema.run("""
                insert into tweet (id, no, revision, text, username, created_at, posted_at, conversation_id)
                select gen_random_uuid(), n, 1, 'text', 'person' || n %% 90, at, at, gen_random_uuid()
                from generate_series(1, 5000) n
                cross join lateral (select '%s'::timestamptz + n * interval '10 minutes' as at) t
                """.formatted(BEGIN));
        schema.run("""
                insert into tweet_hashtag (hashtag, no, tweet_id)
                select h, no, id from tweet, unnest(array['neweranhs', 'tag' || no % 40]) h
                """);
        schema.run("""
                insert into tagging
                select id, 'lexical', '1', 1, 'new-era', 1, posted_at, null from tweet
                """);
        schema.run("""
                insert into tag (tweet_id, tagger_id, theme, no, score, evidence)
                select id, 'lexical', theme, no, 0.9, '[]'
                from tweet, unnest(array['barriers', 'risk' || no % 7]) theme
                """);
        schema.migratedTo("latest");
        overheard = new Overheard(schema.source());
        themes = new PostgresThemes(new Database(overheard.source()));
    }

    @AfterAll
    static void close() {
        schema.close();
    }

    private static Stream<Scope> scopes() {
        return Stream.of(
                Scope.ALL,
                new Scope("neweranhs", null, null),
                new Scope(null, BEGIN, BEGIN.plusSeconds(3_600)),
                new Scope("neweranhs", BEGIN.plusSeconds(90), BEGIN.plusSeconds(20 * 86_400)));
    }

    private record Question(String name, BiConsumer<Themes, Scope> asked) {}

    private static final List<Question> FROM_ROLLUPS_ALONE = List.of(
            new Question("themes", Themes::counts),
            new Question("counts by minute", (themes, scope) -> themes.buckets(scope, Granularity.MINUTE)),
            new Question("counts by day", (themes, scope) -> themes.buckets(scope, Granularity.DAY)),
            new Question("extent", Themes::extent),
            new Question("cooccurrence", Themes::pairs),
            new Question("hashtags", (themes, scope) -> themes.hashtags("barriers", scope, 20)));

    @ParameterizedTest
    @MethodSource("scopes")
    void every_count_is_read_from_rollups_and_never_from_tweets(Scope scope) {
        for (var question : FROM_ROLLUPS_ALONE) {
            question.asked().accept(themes, scope);

            var plans = plans();
            assertThat(plans).as(question.name()).isNotEmpty();
            assertThat(tables(plans)).as(question.name()).isNotEmpty().isSubsetOf(ROLLUPS);
        }
    }

    /** How someone writes their name today stands in their newest tweet alone, and an index leads to it. */
    @Test
    void participants_are_counted_from_rollups_and_named_by_one_tweet_each() {
        themes.participants("barriers", Scope.ALL, 20);

        var plans = plans();
        assertThat(tables(plans)).containsExactlyInAnyOrder("participant_tweet_count", "tweet");
        var tweets = plans.stream()
                .flatMap(plan -> plan.findParents("Relation Name").stream())
                .filter(scan -> scan.get("Relation Name").asText().equals("tweet"))
                .toList();
        assertThat(tweets)
                .singleElement()
                .satisfies(scan -> assertThat(scan.get("Index Name").asText()).isEqualTo("tweet_author"));
    }

    /** After some ten questions PostgreSQL would settle for a plan for any time, which looks at all of them. */
    @Test
    void of_a_day_no_more_is_read_when_it_was_often_asked_for() {
        var asked = new PostgresThemes(schema.database());

        var first = read(asked, 2);
        read(asked, 20);

        assertThat(read(asked, 2)).isEqualTo(first);
    }

    /** How many entries of an index it takes to tell the people of a day, so many times. */
    private static long read(Themes themes, int times) {
        long before = entriesRead();
        for (int i = 0; i < times; i++) {
            themes.participants("barriers", new Scope(null, BEGIN, BEGIN.plusSeconds(86_400)), 20);
        }
        return entriesRead() - before;
    }

    private static long entriesRead() {
        schema.run("select pg_stat_force_next_flush()");
        return Long.parseLong(schema.rows("""
                select idx_tup_read
                from pg_stat_user_indexes
                where schemaname = '%s' and indexrelname = 'participant_tweet_count_pkey'
                """.formatted(schema.name())).get(0));
    }

    private static List<JsonNode> plans() {
        return overheard.queries().stream().map(ThemePlansTest::plan).toList();
    }

    private static JsonNode plan(String query) {
        try {
            return new ObjectMapper()
                    .readTree(schema.rows("explain (format json) " + query).get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> tables(List<JsonNode> plans) {
        return plans.stream()
                .flatMap(plan -> plan.findValuesAsText("Relation Name").stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
