package dev.newera.bench.posting;

import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What one contestant did in one turn.
 *
 * @param tweets stored for good
 * @param nanos from the first to the last
 * @param latency of each request, in microseconds
 * @param cores how many cores each process kept busy
 */
record Round(long tweets, long nanos, Histogram latency, Map<String, Double> cores) {

    double perSecond() {
        return tweets * 1e9 / nanos;
    }
}
