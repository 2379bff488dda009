package dev.newera.tagging.learning;

import dev.newera.tagging.Codebook;
import dev.newera.tagging.Indicator;
import dev.newera.tagging.Theme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was learned about one theme, rounded as it is written down.
 *
 * @param weights of indicators, the greatest first; some of them are written in the codebook, the others are new
 */
public record Fit(String theme, double bias, double threshold, Map<String, Double> weights) {

    /** The codebook with what was learned in it, as the codebook file means it. */
    public static Codebook applied(List<Fit> fits, Codebook codebook) {
        var byTheme = new LinkedHashMap<String, Fit>();
        fits.forEach(fit -> byTheme.put(fit.theme(), fit));
        var themes = codebook.themes().stream()
                .map(theme -> byTheme.containsKey(theme.id())
                        ? byTheme.get(theme.id()).applied(theme)
                        : theme)
                .toList();
        return new Codebook(codebook.id(), codebook.title(), codebook.source(), codebook.version(), themes);
    }

    private Theme applied(Theme theme) {
        var rest = new LinkedHashMap<>(weights);
        var indicators = new ArrayList<Indicator>();
        for (var written : theme.indicators()) {
            var weight = rest.remove(written.text());
            indicators.add(weight == null ? written : Indicator.written(written.text(), weight));
        }
        rest.forEach((text, weight) -> indicators.add(Indicator.learned(text, weight)));
        return Ablation.having(theme, bias, threshold, indicators);
    }
}
