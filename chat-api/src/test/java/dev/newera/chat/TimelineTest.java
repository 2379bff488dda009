package dev.newera.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Themes over time: empty buckets are told too, and there is an end to how many. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TimelineTest {

    /** A chat whose tweets lie in that stretch, three of them about barriers in its first bucket. */
    private record Told(Instant start, Instant end) implements Themes {
        static Told of(String start, String end) {
            return new Told(at(start), at(end));
        }

        @Override
        public List<Bucket> buckets(Scope scope, Granularity granularity) {
            return start.isBefore(scope.start()) || !start.isBefore(scope.end())
                    ? List.of()
                    : List.of(new Bucket("barriers", granularity.bucket(start), 3));
        }

        @Override
        public Optional<Extent> extent(Scope scope) {
            return Optional.ofNullable(start).map(any -> new Extent(start, end));
        }

        @Override
        public Counts counts(Scope scope) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long untagged(Scope scope) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Pair> pairs(Scope scope) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Participant> participants(String theme, Scope scope, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<HashtagCount> hashtags(String theme, Scope scope, int most) {
            throw new UnsupportedOperationException();
        }
    }

    private static Instant at(String time) {
        return time == null ? null : Instant.parse(time);
    }

    private static Scope scope(String start, String end) {
        return new Scope(null, at(start), at(end));
    }

    private static Timeline timeline(Told told, Scope scope, Granularity granularity) {
        return Timeline.of(told, scope, granularity, List.of("barriers", "networks"));
    }

    private record Span(String theme, Instant start, Instant end, long tweets) {}

    private static List<Span> spans(Timeline timeline) {
        return timeline.courses().stream()
                .flatMap(course -> IntStream.range(0, course.tweetCounts().length)
                        .mapToObj(i -> new Span(
                                course.theme(),
                                timeline.edges().get(i),
                                timeline.edges().get(i + 1),
                                course.tweetCounts()[i])))
                .toList();
    }

    private static Span span(String theme, String start, String end, long tweets) {
        return new Span(theme, at(start), at(end), tweets);
    }

    @Test
    void every_theme_has_every_bucket_and_those_at_the_ends_are_cut_to_the_time_asked_for() {
        var told = Told.of("2014-09-12T12:30:00Z", "2014-09-12T13:00:00Z");

        var timeline = timeline(told, scope("2014-09-12T12:30:00Z", "2014-09-12T13:10:00Z"), Granularity.HOUR);

        assertThat(spans(timeline))
                .containsExactly(
                        span("barriers", "2014-09-12T12:30:00Z", "2014-09-12T13:00:00Z", 3),
                        span("barriers", "2014-09-12T13:00:00Z", "2014-09-12T13:10:00Z", 0),
                        span("networks", "2014-09-12T12:30:00Z", "2014-09-12T13:00:00Z", 0),
                        span("networks", "2014-09-12T13:00:00Z", "2014-09-12T13:10:00Z", 0));
    }

    @Test
    void without_times_it_reaches_from_the_first_tweet_to_the_last() {
        var told = Told.of("2014-09-12T12:30:00Z", "2014-09-12T14:31:00Z");

        assertThat(timeline(told, Scope.ALL, Granularity.HOUR).scope())
                .isEqualTo(scope("2014-09-12T12:00:00Z", "2014-09-12T15:00:00Z"));
        assertThat(timeline(told, scope("2014-09-12T11:10:00Z", null), Granularity.HOUR)
                        .scope())
                .isEqualTo(scope("2014-09-12T11:10:00Z", "2014-09-12T15:00:00Z"));
        assertThat(timeline(told, scope(null, "2014-09-12T14:00:00Z"), Granularity.MINUTE)
                        .scope())
                .isEqualTo(scope("2014-09-12T12:30:00Z", "2014-09-12T14:00:00Z"));
    }

    @Test
    void a_chat_of_years_shows_its_newest_day_of_minutes() {
        var told = Told.of("2010-01-01T00:00:00Z", "2014-09-12T12:31:00Z");

        var timeline = timeline(told, Scope.ALL, Granularity.MINUTE);

        assertThat(timeline.scope()).isEqualTo(scope("2014-09-11T12:31:00Z", "2014-09-12T12:31:00Z"));
        assertThat(spans(timeline)).hasSize(2 * Timeline.MOST_BUCKETS);
    }

    @Test
    void more_buckets_than_anybody_looks_at_are_refused_with_the_way_out() {
        var told = Told.of("2014-09-12T12:00:00Z", "2014-09-12T13:00:00Z");

        assertThatThrownBy(
                        () -> timeline(told, scope("2014-09-11T12:00:00Z", "2014-09-12T12:01:00Z"), Granularity.MINUTE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("1441 buckets of a minute; 1440 are the most");
        assertThat(spans(timeline(told, scope("2014-09-11T12:00:00Z", "2014-09-12T12:00:00Z"), Granularity.MINUTE)))
                .hasSize(2 * 1_440);
    }

    @Test
    void where_nobody_said_anything_there_is_nothing_to_show() {
        assertThat(spans(timeline(Told.of(null, null), Scope.ALL, Granularity.DAY)))
                .isEmpty();
        assertThat(spans(timeline(
                        Told.of("2014-09-12T12:00:00Z", "2014-09-12T13:00:00Z"),
                        scope("2014-09-13T12:00:00Z", "2014-09-13T12:00:00Z"),
                        Granularity.DAY)))
                .isEmpty();
    }
}
