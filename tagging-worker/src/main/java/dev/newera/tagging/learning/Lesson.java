package dev.newera.tagging.learning;

import dev.newera.tagging.Theme;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Weighs one theme's indicators: the written ones by what tweets say of them, then new ones by what is left to explain. */
final class Lesson {
    private final Settings settings;
    private final Theme theme;
    private final Labels carried;
    private final Testimony testimony;

    Lesson(Settings settings, Theme theme, List<LabelledTweet> tweets) {
        this.settings = settings;
        this.theme = theme;
        this.carried = Labels.of(theme.id(), tweets);
        this.testimony = new Testimony(theme.indicators(), tweets, carried, settings.worth());
    }

    /** The fit, without a threshold of its own. */
    Fit fit(Proposals proposals) {
        var all = proposals.useful(theme, carried);
        var first = weigh(all);
        // Those that stay have to explain what the others did; so they are weighed again.
        var chosen = IntStream.range(0, all.size())
                .filter(i -> Math.abs(first.ofColumn()[i]) >= settings.leastWeight())
                .mapToObj(all::get)
                .toList();
        var second = weigh(chosen);
        var weights = new TreeMap<String, Double>();
        for (int i = 0; i < theme.indicators().size(); i++) {
            var written = theme.indicators().get(i);
            put(written.text(), testimony.weight(i), written.weight(), weights);
        }
        for (int i = 0; i < chosen.size(); i++) {
            put(chosen.get(i).text(), second.ofColumn()[i], 0, weights);
        }
        return new Fit(theme.id(), rounded(second.bias()), Theme.DEFAULT_THRESHOLD, greatestFirst(weights));
    }

    private Logistic.Weights weigh(List<Proposals.Proposal> proposals) {
        var columns = proposals.stream().map(Proposals.Proposal::column).toList();
        return Logistic.fit(columns, carried, testimony.sums(), settings.shrinkage());
    }

    /** What hardly changes anything is not worth a line. */
    private void put(String text, double weight, double before, Map<String, Double> weights) {
        if (Math.abs(weight - before) >= settings.leastWeight()) {
            weights.put(text, rounded(weight));
        }
    }

    private static Map<String, Double> greatestFirst(Map<String, Double> weights) {
        var ordered = new LinkedHashMap<String, Double>();
        weights.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    private static double rounded(double weight) {
        return Math.rint(weight * 100) / 100 + 0.0;
    }
}
