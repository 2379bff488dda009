package dev.newera.chat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How often themes were spoken of over time: a span for each theme and bucket, empty ones too, theme by theme.
 *
 * @param scope what is covered; it has both times unless it holds no tweet
 */
public record Timeline(Scope scope, Granularity granularity, List<Span> spans) {
    /** A day of minutes; more is more than anybody looks at, and than one answer should hold. */
    public static final int MOST_BUCKETS = 1_440;

    /** A bucket; the first and the last one are cut to the scope. */
    public record Span(String theme, Instant start, Instant end, long tweetCount) {}

    private record Place(String theme, Instant bucket) {}

    /**
     * Counts the themes over time. A time that the scope leaves open is where its tweets begin or end, and the newest
     * {@link #MOST_BUCKETS} are covered. Throws INVALID if the scope itself names more of them.
     */
    static Timeline of(Themes counted, Scope asked, Granularity granularity, List<String> themes) {
        return bounded(counted, asked, granularity)
                .map(scope -> new Timeline(scope, granularity, spans(counted, scope, granularity, themes)))
                .orElse(new Timeline(asked, granularity, List.of()));
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

    private static List<Span> spans(Themes counted, Scope scope, Granularity granularity, List<String> themes) {
        var counts = new HashMap<Place, Long>();
        counted.buckets(scope, granularity)
                .forEach(it -> counts.put(new Place(it.theme(), it.start()), it.tweetCount()));
        return themes.stream()
                .flatMap(theme -> spans(theme, scope, granularity, counts))
                .toList();
    }

    private static Stream<Span> spans(String theme, Scope scope, Granularity granularity, Map<Place, Long> counts) {
        var first = granularity.bucket(scope.start());
        return LongStream.range(0, granularity.buckets(scope.start(), scope.end()))
                .mapToObj(step -> granularity.step(first, step))
                .map(bucket -> new Span(
                        theme,
                        later(bucket, scope.start()),
                        earlier(granularity.step(bucket, 1), scope.end()),
                        counts.getOrDefault(new Place(theme, bucket), 0L)));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
