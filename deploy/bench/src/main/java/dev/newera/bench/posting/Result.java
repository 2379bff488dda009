package dev.newera.bench.posting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What a contestant did in all its turns. */
final class Result {
    private final String name;
    private final List<Round> rounds = new ArrayList<>();
    private final Histogram latency = new Histogram(3);

    Result(String name) {
        this.name = name;
    }

    void add(Round round) {
        rounds.add(round);
        latency.add(round.latency());
    }

    String name() {
        return name;
    }

    /** Tweets in a second, in the median turn: a machine has other things to do now and then. */
    double perSecond() {
        return median(rounds.stream().map(Round::perSecond).toList());
    }

    /** How many times as fast as the other, turn by turn, and the median of those. */
    double times(Result other) {
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < rounds.size(); i++) {
            ratios.add(rounds.get(i).perSecond() / other.rounds.get(i).perSecond());
        }
        return median(ratios);
    }

    /** Of a request, over all turns. */
    double millisAt(double percentile) {
        return latency.getValueAtPercentile(percentile) / 1e3;
    }

    private Map<String, Double> cores() {
        return rounds.stream()
                .sorted(Comparator.comparing(Round::perSecond))
                .toList()
                .get(rounds.size() / 2)
                .cores();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** For machines. */
    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", name);
        json.put("tweets_per_second", perSecond());
        json.put("rounds", rounds.stream().map(Round::perSecond).toList());
        json.put("p50_ms", millisAt(50));
        json.put("p99_ms", millisAt(99));
        json.put("p999_ms", millisAt(99.9));
        json.put("cores", cores());
        return json;
    }

    /** A line of a table. */
    String line() {
        var line = new StringBuilder("| %s | %,.0f | %,.1f | %,.1f | %,.1f |"
                .formatted(name, perSecond(), millisAt(50), millisAt(99), millisAt(99.9)));
        cores().values().forEach(busy -> line.append(" %.2f |".formatted(busy)));
        return line.toString();
    }
}
