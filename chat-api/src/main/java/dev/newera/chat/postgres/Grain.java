package dev.newera.chat.postgres;

import dev.newera.chat.Granularity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How wide the buckets of a rollup are, from the finest to the one that holds everything. */
enum Grain {
    MINUTE(ChronoUnit.MINUTES),
    HOUR(ChronoUnit.HOURS),
    DAY(ChronoUnit.DAYS),
    ALL(ChronoUnit.FOREVER);

    private final ChronoUnit width;

    Grain(ChronoUnit width) {
        this.width = width;
    }

    static Grain of(Granularity granularity) {
        return valueOf(granularity.name());
    }

    /** As it stands in the tables. */
    String sql() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first moment of the bucket that holds this moment; the epoch stands for "all". */
    Instant bucket(Instant at) {
        return this == ALL ? Instant.EPOCH : at.truncatedTo(width);
    }

    /** The first moment after this bucket; the epoch's own, which stands for "all", has a width of its own. */
    Instant end(Instant bucket) {
        return this == ALL ? bucket.plusMillis(1) : bucket.plus(width.getDuration());
    }

    /** The first moment of the first bucket that begins then or later. */
    Instant bucketFrom(Instant at) {
        var bucket = bucket(at);
        return bucket.equals(at) ? at : end(bucket);
    }

    /** The next smaller width; there is none below MINUTE. */
    Grain finer() {
        return values()[ordinal() - 1];
    }
}
