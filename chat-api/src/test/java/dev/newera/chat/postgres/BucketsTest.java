package dev.newera.chat.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.chat.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A stretch of time as runs of buckets: all of it, nothing else, nothing twice. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BucketsTest {

    private static Scope scope(String start, String end) {
        return new Scope(null, start == null ? null : Instant.parse(start), end == null ? null : Instant.parse(end));
    }

    private static Buckets run(Grain grain, String first, String end) {
        return new Buckets(grain, Instant.parse(first), Instant.parse(end));
    }

    @Test
    void days_stand_in_the_middle_hours_beside_them_minutes_at_the_ends() {
        assertThat(Buckets.of(scope("2014-09-11T22:58:00Z", "2014-09-14T01:02:00Z")))
                .containsExactly(
                        run(Grain.MINUTE, "2014-09-11T22:58:00Z", "2014-09-11T23:00:00Z"),
                        run(Grain.HOUR, "2014-09-11T23:00:00Z", "2014-09-12T00:00:00Z"),
                        run(Grain.DAY, "2014-09-12T00:00:00Z", "2014-09-14T00:00:00Z"),
                        run(Grain.HOUR, "2014-09-14T00:00:00Z", "2014-09-14T01:00:00Z"),
                        run(Grain.MINUTE, "2014-09-14T01:00:00Z", "2014-09-14T01:02:00Z"));
    }

    @Test
    void no_bucket_is_wider_than_asked_for() {
        assertThat(Buckets.of(scope("2014-09-11T22:58:00Z", "2014-09-14T00:00:00Z"), Grain.HOUR))
                .containsExactly(
                        run(Grain.MINUTE, "2014-09-11T22:58:00Z", "2014-09-11T23:00:00Z"),
                        run(Grain.HOUR, "2014-09-11T23:00:00Z", "2014-09-14T00:00:00Z"));
    }

    @Test
    void for_ever_is_one_bucket() {
        assertThat(Buckets.of(Scope.ALL)).hasSize(1).allMatch(run -> run.grain() == Grain.ALL);
    }

    @Test
    void a_day_is_one_bucket_and_two_days_are_a_run_of_two() {
        assertThat(Buckets.of(scope("2014-09-12T00:00:00Z", "2014-09-13T00:00:00Z")))
                .singleElement()
                .matches(Buckets::isOne);
        assertThat(Buckets.of(scope("2014-09-12T00:00:00Z", "2014-09-14T00:00:00Z")))
                .singleElement()
                .matches(run -> !run.isOne());
        assertThat(Buckets.of(Scope.ALL)).singleElement().matches(Buckets::isOne);
    }

    @Test
    void an_empty_or_impossible_time_has_none() {
        assertThat(Buckets.of(scope("2014-09-12T12:00:00Z", "2014-09-12T12:00:00Z")))
                .isEmpty();
        assertThat(Buckets.of(scope("2014-09-12T12:00:00Z", "2014-09-11T12:00:00Z")))
                .isEmpty();
        assertThat(Buckets.of(scope("9999-12-31T23:59:59Z", null))).isEmpty();
        assertThat(Buckets.of(scope(null, "0000-01-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void any_time_is_covered_without_a_gap_or_an_overlap() {
        var dice = new Random(5);
        var begin = Instant.parse("2014-09-10T00:00:00Z");
        for (int i = 0; i < 1_000; i++) {
            var start = begin.plus(Duration.ofMinutes(dice.nextInt(5_000)));
            var end = start.plus(Duration.ofMinutes(1 + dice.nextInt(5_000)));

            requireSeamless(start, end, Buckets.of(new Scope(null, start, end)));
        }
    }

    private static void requireSeamless(Instant start, Instant end, List<Buckets> runs) {
        assertThat(runs.get(0).first()).isEqualTo(start);
        assertThat(runs.get(runs.size() - 1).end()).isEqualTo(end);
        for (int i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            assertThat(run.grain().bucket(run.first())).isEqualTo(run.first());
            assertThat(run.grain().bucket(run.end())).isEqualTo(run.end());
            assertThat(run.first()).isBefore(run.end());
            if (i > 0) {
                assertThat(run.first()).isEqualTo(runs.get(i - 1).end());
            }
        }
        assertThat(runs.stream().filter(run -> run.grain() == Grain.MINUTE))
                .allMatch(run -> ChronoUnit.MINUTES.between(run.first(), run.end()) < 120);
    }
}
