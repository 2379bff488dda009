package dev.newera.tagging.learning;

import dev.newera.tagging.Codebook;
import dev.newera.tagging.Indicator;
import dev.newera.tagging.Tagger;
import dev.newera.tagging.Theme;
import dev.newera.tagging.text.Matcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All that a codebook's tagger saw in one text: for every theme its score and its hits, guards among them, tagged or not.
 * {@link Tagger#tag} tells less, and faster.
 *
 * @param themes in the order of the codebook
 */
public record Explanation(String text, List<Reading> themes) {

    /**
     * One theme's view of the text.
     *
     * @param hits in the order of the text; each indicator counts once for the score, however often it is hit
     */
    public record Reading(Theme theme, double score, List<IndicatorHit> hits) {
        public boolean isTagged() {
            return score >= theme.threshold();
        }
    }

    /**
     * Where an indicator was found.
     *
     * @param start first code point
     * @param end code point after the last one
     */
    public record IndicatorHit(Indicator indicator, int start, int end) {}

    public static Explanation of(Codebook codebook, String text) {
        var scores = new Tagger(codebook).scores(text);
        var themes = codebook.themes();
        return new Explanation(
                text,
                IntStream.range(0, themes.size())
                        .mapToObj(i -> new Reading(themes.get(i), scores[i], hits(themes.get(i), text)))
                        .toList());
    }

    private static List<IndicatorHit> hits(Theme theme, String text) {
        var phrases = Matcher.builder();
        for (var indicator : theme.indicators()) {
            switch (indicator.origin()) {
                case WRITTEN -> phrases.add(indicator.text(), theme.id());
                case LEARNED -> phrases.add(indicator.text());
            }
        }
        var hits = new ArrayList<IndicatorHit>();
        for (var hit : phrases.build().find(text)) {
            hits.add(new IndicatorHit(theme.indicators().get(hit.phrase()), hit.start(), hit.end()));
        }
        return List.copyOf(hits);
    }
}
