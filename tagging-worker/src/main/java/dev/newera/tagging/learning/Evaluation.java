package dev.newera.tagging.learning;

import dev.newera.tagging.Tagger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How well a tagger does on labelled tweets.
 *
 * @param themes counts of every theme, in the order of the codebook
 * @param mistakes every one of them, the worst first
 */
public record Evaluation(Map<String, Counts> themes, List<Mistake> mistakes) {

    public static Evaluation of(Tagger tagger, List<LabelledTweet> tweets) {
        var themes = new LinkedHashMap<String, Counts>();
        tagger.codebook().themes().forEach(theme -> themes.put(theme.id(), Counts.NONE));
        var mistakes = new ArrayList<Mistake>();
        for (var tweet : tweets) {
            var scores = tagger.scores(tweet.text());
            for (int i = 0; i < scores.length; i++) {
                var theme = tagger.codebook().themes().get(i);
                boolean tagged = scores[i] >= theme.threshold();
                boolean labelled = tweet.carries(theme.id());
                themes.merge(theme.id(), counted(tagged, labelled), Counts::plus);
                if (tagged != labelled) {
                    mistakes.add(new Mistake(theme.id(), tweet, labelled, scores[i]));
                }
            }
        }
        return new Evaluation(themes, worstFirst(mistakes.stream()));
    }

    private static Counts counted(boolean tagged, boolean labelled) {
        return new Counts(tagged && labelled ? 1 : 0, tagged && !labelled ? 1 : 0, labelled && !tagged ? 1 : 0);
    }

    private static List<Mistake> worstFirst(Stream<Mistake> mistakes) {
        return mistakes.sorted(Comparator.comparingDouble(Mistake::badness)
                        .reversed()
                        .thenComparing(mistake -> mistake.tweet().id()))
                .toList();
    }

    /** Both together, as if one tagger had read all tweets. */
    public Evaluation plus(Evaluation other) {
        var all = new LinkedHashMap<>(themes);
        other.themes.forEach((theme, counts) -> all.merge(theme, counts, Counts::plus));
        return new Evaluation(all, worstFirst(Stream.concat(mistakes.stream(), other.mistakes.stream())));
    }

    /** Every tag counts the same, whatever its theme. */
    public Counts micro() {
        return themes.values().stream().reduce(Counts.NONE, Counts::plus);
    }

    /** The mean of the themes' F1: every theme counts the same, however rare it is. */
    public double macroF1() {
        return themes.values().stream().mapToDouble(Counts::f1).average().orElse(1);
    }
}
