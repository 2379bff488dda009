package dev.newera.chat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How wide the buckets are in which tweets are counted over time; days are those of UTC. */
public enum Granularity {
    MINUTE(ChronoUnit.MINUTES),
    HOUR(ChronoUnit.HOURS),
    DAY(ChronoUnit.DAYS);

    private final ChronoUnit width;

    Granularity(ChronoUnit width) {
        this.width = width;
    }

    /** The first moment of the bucket that holds this moment. */
    public Instant bucket(Instant at) {
        return at.truncatedTo(width);
    }

    /** The first moment of a later bucket, or of an earlier one for negative steps; {@code bucket} is a first moment itself. */
    public Instant step(Instant bucket, long steps) {
        return bucket.plus(width.getDuration().multipliedBy(steps));
    }

    /** How many buckets one first moment is after another. */
    public int steps(Instant bucket, Instant later) {
        return Math.toIntExact(width.between(bucket, later));
    }

    /** How many buckets it takes to hold everything from start to end, end exclusive. */
    public long buckets(Instant start, Instant end) {
        return start.isBefore(end) ? width.between(bucket(start), bucket(end.minusMillis(1))) + 1 : 0;
    }
}
