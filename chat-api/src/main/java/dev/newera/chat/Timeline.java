package dev.newera.chat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * How often themes were spoken of over time, in buckets of one width, empty ones too.
 *
 * @param scope what is covered; it has both times unless it holds no tweet
 * @param edges where the buckets begin, and where the last one ends; the first and the last bucket are cut to the scope
 */
public record Timeline(Scope scope, Granularity granularity, List<Instant> edges, List<Course> courses) {
    /** A day of minutes; more is more than anybody looks at, and than one answer should hold. */
    public static final int MOST_BUCKETS = 1_440;

    /**
     * One theme's tweets over time. Numbers and not objects: a day of minutes has thousands for each theme.
     *
     * @param tweetCounts one for each bucket; nobody writes there
     */
    public record Course(String theme, long[] tweetCounts) {}

    /**
     * Counts the themes over time. A time that the scope leaves open is where its tweets begin or end, and the newest
     * {@link #MOST_BUCKETS} are covered. Throws INVALID if the scope itself names more of them.
     */
    static Timeline of(Themes counted, Scope asked, Granularity granularity, List<String> themes) {
        return bounded(counted, asked, granularity)
                .map(scope -> over(counted, scope, granularity, themes))
                .orElse(new Timeline(asked, granularity, List.of(), List.of()));
    }

    private static Optional<Scope> bounded(Themes counted, Scope asked, Granularity granularity) {
        var scope = asked.start() != null && asked.end() != null
                ? Optional.of(asked)
                : counted.extent(asked).map(extent -> bounded(asked, granularity, extent));
        scope.ifPresent(it -> requireFew(granularity, it.start(), it.end()));
        return scope;
    }

    private static Scope bounded(Scope asked, Granularity granularity, Themes.Extent extent) {
        var last = granularity.bucket((asked.end() == null ? extent.end() : asked.end()).minusMillis(1));
        var end = asked.end() == null ? granularity.step(last, 1) : asked.end();
        if (asked.start() != null) {
            return asked.between(asked.start(), end);
        }
        var newest = granularity.step(last, 1L - MOST_BUCKETS);
        return asked.between(later(granularity.bucket(extent.start()), newest), end);
    }

    private static void requireFew(Granularity granularity, Instant start, Instant end) {
        long buckets = granularity.buckets(start, end);
        if (buckets > MOST_BUCKETS) {
            var width = granularity.name().toLowerCase(Locale.ROOT);
            throw Failure.invalid(
                    "granularity",
                    "from %s to %s there are %d buckets of a %s; %d are the most: name a shorter time or a coarser granularity"
                            .formatted(start, end, buckets, width, MOST_BUCKETS));
        }
    }

    private static Timeline over(Themes counted, Scope scope, Granularity granularity, List<String> themes) {
        var edges = edges(scope, granularity);
        var counts = new HashMap<String, long[]>();
        themes.forEach(theme -> counts.put(theme, new long[edges.size() - 1]));
        var first = granularity.bucket(scope.start());
        for (var bucket : counted.buckets(scope, granularity)) {
            var course = counts.get(bucket.theme());
            if (course != null) {
                course[granularity.steps(first, bucket.start())] = bucket.tweetCount();
            }
        }
        var courses = themes.stream()
                .map(theme -> new Course(theme, counts.get(theme)))
                .toList();
        return new Timeline(scope, granularity, edges, courses);
    }

    private static List<Instant> edges(Scope scope, Granularity granularity) {
        var first = granularity.bucket(scope.start());
        return LongStream.rangeClosed(0, granularity.buckets(scope.start(), scope.end()))
                .mapToObj(step -> granularity.step(first, step))
                .map(edge -> earlier(later(edge, scope.start()), scope.end()))
                .toList();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
