package dev.newera.chat.postgres;

import dev.newera.chat.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of buckets of one grain: those that begin from {@code first}, inclusive, to {@code end}, exclusive. Any time is a few runs:
 * days in the middle, hours beside them, minutes at both ends.
 */
record Buckets(Grain grain, Instant first, Instant end) {
    /** Tweets are from between: nobody could write one before Twitter began. */
    private static final Instant BEGINNING = Instant.parse("2006-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

    /** The fewest buckets that hold exactly the scope. */
    static List<Buckets> of(Scope scope) {
        return scope.isForEver()
                ? List.of(new Buckets(Grain.ALL, Instant.EPOCH, Grain.ALL.end(Instant.EPOCH)))
                : of(scope, Grain.DAY);
    }

    /** The fewest that hold exactly the scope and none of which is wider than {@code coarsest}. */
    static List<Buckets> of(Scope scope, Grain coarsest) {
        var runs = new ArrayList<Buckets>();
        cover(within(scope.start(), BEGINNING), within(scope.end(), END), coarsest, runs);
        return runs;
    }

    /** Whether this is a run of one bucket. */
    boolean isOne() {
        return end.equals(grain.end(first));
    }

    private static Instant within(Instant at, Instant open) {
        if (at == null) {
            return open;
        }
        return at.isBefore(BEGINNING) ? BEGINNING : at.isAfter(END) ? END : at;
    }

    private static void cover(Instant start, Instant end, Grain grain, List<Buckets> runs) {
        var first = grain.bucketFrom(start);
        var last = grain.bucket(end);
        if (first.isBefore(last)) {
            coverFiner(start, first, grain, runs);
            runs.add(new Buckets(grain, first, last));
            coverFiner(last, end, grain, runs);
        } else {
            coverFiner(start, end, grain, runs);
        }
    }

    private static void coverFiner(Instant start, Instant end, Grain grain, List<Buckets> runs) {
        if (grain != Grain.MINUTE && start.isBefore(end)) {
            cover(start, end, grain.finer(), runs);
        }
    }
}
