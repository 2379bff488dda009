package dev.newera.tagging;

import dev.newera.tagging.text.Matcher;
import java.util.ArrayList;
import java.util.List;

/** A codebook as numbers: indicator n of the matcher belongs to theme {@code themeOf[n]} and weighs {@code weights[n]}. */
final class Lexicon {
    final Matcher matcher;
    final List<Theme> themes;
    final List<Indicator> indicators = new ArrayList<>();
    final int[] themeOf;
    final double[] weights;

    final double[] biases;

    /** For each theme the sum of weights from which on it tags: the threshold, as log-odds. */
    final double[] cuts;

    Lexicon(Codebook codebook) {
        themes = codebook.themes();
        themes.forEach(theme -> indicators.addAll(theme.indicators()));
        themeOf = new int[indicators.size()];
        weights = indicators.stream().mapToDouble(Indicator::weight).toArray();
        biases = themes.stream().mapToDouble(Theme::bias).toArray();
        cuts = themes.stream()
                .mapToDouble(theme -> Math.log(theme.threshold() / (1 - theme.threshold())))
                .toArray();
        matcher = compiled();
    }

    private Matcher compiled() {
        var phrases = Matcher.builder();
        int n = 0;
        for (int theme = 0; theme < themes.size(); theme++) {
            for (var indicator : themes.get(theme).indicators()) {
                themeOf[n++] = theme;
                switch (indicator.origin()) {
                    case WRITTEN -> phrases.add(indicator.text(), theme);
                    case LEARNED -> phrases.add(indicator.text());
                }
            }
        }
        return phrases.build();
    }
}
