package dev.newera.tagging.learning;

import dev.newera.tagging.Indicator;
import dev.newera.tagging.Theme;
import dev.newera.tagging.text.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Weighs one theme's indicators. */
final class Lesson {
    private static final double SMOOTHING = 0.5;
    /** How freely the written indicators of a theme move together, compared with one of them alone. */
    private static final double TOGETHER = 0.5;

    private final Settings settings;
    private final Theme theme;
    private final List<LabelledTweet> tweets;
    private final boolean[] carried;
    private final int carriers;
    private final double[] offset;
    private final List<SparseLogistic.Column> columns = new ArrayList<>();
    private final List<Map<String, Double>> meanings = new ArrayList<>();

    Lesson(Settings settings, Theme theme, List<LabelledTweet> tweets) {
        this.settings = settings;
        this.theme = theme;
        this.tweets = tweets;
        this.carried = new boolean[tweets.size()];
        this.offset = new double[tweets.size()];
        int count = 0;
        for (int i = 0; i < carried.length; i++) {
            carried[i] = tweets.get(i).carries(theme.id());
            count += carried[i] ? 1 : 0;
        }
        this.carriers = count;
    }

    /** The fit, without a threshold of its own. */
    Fit fit(List<String> proposals, HitTable hitsOfProposals) {
        addWritten();
        addProposals(proposals, hitsOfProposals);
        var weights = SparseLogistic.fit(columns, carried, offset, settings.sparsity(), settings.shrinkage());
        return new Fit(theme.id(), rounded(weights.bias()), Theme.DEFAULT_THRESHOLD, named(weights.ofColumn()));
    }

    private void addWritten() {
        var texts = theme.indicators().stream().map(Indicator::text).toList();
        var hits = HitTable.ofLongest(texts, tweets);
        var together = new LinkedHashMap<String, Double>();
        var sum = new double[tweets.size()];
        for (int i = 0; i < texts.size(); i++) {
            var indicator = theme.indicators().get(i);
            if (indicator.isGuard()) {
                guard(indicator, hits.tweets(i));
            } else {
                double share = TOGETHER * indicator.weight() / Indicator.DEFAULT_WEIGHT;
                together.put(indicator.text(), share);
                for (int tweet : hits.tweets(i)) {
                    sum[tweet] += share;
                }
                add(indicator.text(), hits.tweets(i));
            }
        }
        addTogether(together, sum);
    }

    /** A guard is a person's word and keeps its weight: what it stands against is too rare in the tweets to be learned. */
    private void guard(Indicator guard, int[] hit) {
        for (int tweet : hit) {
            offset[tweet] += guard.weight();
        }
    }

    /**
     * The written indicators move together, in one column, besides moving one by one: so one that these tweets never say still
     * gets the weight that its like have earned.
     */
    private void addTogether(Map<String, Double> together, double[] sum) {
        columns.add(SparseLogistic.Column.of(sum));
        meanings.add(together);
    }

    private void addProposals(List<String> proposals, HitTable hits) {
        var own = theme.indicators().stream()
                .map(indicator -> Phrase.parse(indicator.text()).alternatives())
                .collect(Collectors.toSet());
        for (int i = 0; i < proposals.size(); i++) {
            if (!own.contains(Phrase.parse(proposals.get(i)).alternatives())) {
                add(proposals.get(i), hits.tweets(i));
            }
        }
    }

    /**
     * The clearer a phrase parts the tweets, the more freely it may move: its column is as large as its log-odds ratio. So a
     * penalty that is the same for all holds the dull ones down most.
     */
    private void add(String text, int[] hit) {
        int yes = 0;
        for (int tweet : hit) {
            yes += carried[tweet] ? 1 : 0;
        }
        double odds = StrictMath.log((yes + SMOOTHING) / (carriers + 2 * SMOOTHING))
                - StrictMath.log((hit.length - yes + SMOOTHING) / (tweets.size() - carriers + 2 * SMOOTHING));
        if (hit.length >= settings.fewestTweets() && odds != 0) {
            columns.add(SparseLogistic.Column.same(hit, Math.abs(odds)));
            meanings.add(Map.of(text, Math.abs(odds)));
        }
    }

    private Map<String, Double> named(double[] weights) {
        var sums = new LinkedHashMap<String, Double>();
        for (int c = 0; c < weights.length; c++) {
            double weight = weights[c];
            meanings.get(c).forEach((text, much) -> sums.merge(text, weight * much, Double::sum));
        }
        var named = new LinkedHashMap<String, Double>();
        var written = writtenTexts();
        sums.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), rounded(entry.getValue())))
                .filter(entry ->
                        written.contains(entry.getKey()) || Math.abs(entry.getValue()) >= settings.leastWeight())
                .sorted(Comparator.<Map.Entry<String, Double>>comparingDouble(entry -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> named.put(entry.getKey(), entry.getValue()));
        return named;
    }

    private Set<String> writtenTexts() {
        return theme.indicators().stream().map(Indicator::text).collect(Collectors.toSet());
    }

    private static double rounded(double weight) {
        return Math.rint(weight * 100) / 100 + 0.0;
    }
}
