package dev.newera.bench.live;

import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * How late something was heard of.
 *
 * @param name what, by whom, at which rate
 * @param micros of each time that it was heard of
 * @param cores how many cores each process kept busy meanwhile
 */
record Lag(String name, Histogram micros, Map<String, Double> cores) {

    double millisAt(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }

    /** How many times as late as the other. */
    double times(Lag other, double percentile) {
        return millisAt(percentile) / other.millisAt(percentile);
    }

    /** A line of a table. */
    String line() {
        var busy = new StringBuilder();
        cores.values().forEach(it -> busy.append(" %.2f |".formatted(it)));
        return "| %s | %,.1f | %,.1f | %,.1f | %,d |%s"
                .formatted(name, millisAt(50), millisAt(99), millisAt(100), micros.getTotalCount(), busy);
    }

    /** For machines. */
    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", name);
        json.put("p50_ms", millisAt(50));
        json.put("p99_ms", millisAt(99));
        json.put("max_ms", millisAt(100));
        json.put("heard", micros.getTotalCount());
        json.put("cores", cores);
        return json;
    }
}
