package dev.newera.tagging;

import dev.newera.tagging.text.Hit;
import dev.newera.tagging.text.Matcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells which themes of a codebook a text carries, and why. A text's score for a theme is the logistic of the theme's bias
 * plus the weight of each distinct indicator hit; a score at or above the theme's threshold tags.
 *
 * <p>Safe for use by many threads.
 */
public final class Tagger {
    /** Moves when the same codebook may give other tags than before. */
    public static final String VERSION = "1";

    private final Codebook codebook;
    private final Matcher matcher;
    private final List<Theme> themeOf = new ArrayList<>();
    private final List<Indicator> indicators = new ArrayList<>();

    public Tagger(Codebook codebook) {
        this.codebook = codebook;
        var phrases = Matcher.builder();
        var themes = codebook.themes();
        for (int group = 0; group < themes.size(); group++) {
            for (var indicator : themes.get(group).indicators()) {
                themeOf.add(themes.get(group));
                indicators.add(indicator);
                if (indicator.origin() == Indicator.Origin.WRITTEN) {
                    phrases.add(indicator.text(), group);
                } else {
                    phrases.add(indicator.text());
                }
            }
        }
        this.matcher = phrases.build();
    }

    public Codebook codebook() {
        return codebook;
    }

    /** Every theme that the text carries, with its score and its evidence. */
    public Tagging tag(String text) {
        var first = new TreeMap<Integer, Hit>();
        matcher.find(text).forEach(hit -> first.putIfAbsent(hit.phrase(), hit));
        var tags = new ArrayList<Tag>();
        for (var theme : codebook.themes()) {
            var hits = first.entrySet().stream()
                    .filter(hit -> themeOf.get(hit.getKey()) == theme)
                    .map(Map.Entry::getValue)
                    .toList();
            double sum = theme.bias()
                    + hits.stream()
                            .mapToDouble(hit -> indicators.get(hit.phrase()).weight())
                            .sum();
            double score = 1 / (1 + Math.exp(-sum));
            if (score >= theme.threshold()) {
                tags.add(new Tag(theme.id(), score, evidence(text, hits)));
            }
        }
        return new Tagging(codebook.id(), codebook.version(), tags);
    }

    /** The ids of the themes that the text carries. */
    public List<String> themes(String text) {
        return tag(text).themes();
    }

    private List<Evidence> evidence(String text, List<Hit> hits) {
        return hits.stream()
                .filter(hit -> !indicators.get(hit.phrase()).isGuard())
                .map(hit -> new Evidence(
                        indicators.get(hit.phrase()).text(),
                        hit.start(),
                        hit.end(),
                        text.substring(text.offsetByCodePoints(0, hit.start()), text.offsetByCodePoints(0, hit.end())),
                        indicators.get(hit.phrase()).weight()))
                .sorted(Comparator.comparingInt(Evidence::start).thenComparingInt(Evidence::end))
                .toList();
    }
}
