package dev.newera.tagging.learning;

import dev.newera.tagging.Codebook;
import dev.newera.tagging.Indicator;
import dev.newera.tagging.Theme;
import java.util.List;
import java.util.function.Predicate;

/** A codebook without some of its indicators: what is it worth without them? */
public final class Ablation {

    private Ablation() {}

    public static Codebook keeping(Predicate<Indicator> kept, Codebook codebook) {
        var themes = codebook.themes().stream()
                .map(theme -> having(
                        theme,
                        theme.bias(),
                        theme.threshold(),
                        theme.indicators().stream().filter(kept).toList()))
                .toList();
        return new Codebook(codebook.id(), codebook.title(), codebook.source(), codebook.version(), themes);
    }

    /** The same theme for people, another one for the tagger. */
    static Theme having(Theme theme, double bias, double threshold, List<Indicator> indicators) {
        return new Theme(
                theme.id(),
                theme.name(),
                theme.definition(),
                theme.useWhen(),
                theme.notWhen(),
                theme.color(),
                theme.parent(),
                theme.pole(),
                bias,
                threshold,
                indicators,
                theme.examples());
    }
}
