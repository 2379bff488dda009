package dev.newera.tagging;

import dev.newera.tagging.text.Matcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A codebook as numbers. What the matcher finds are phrases; the indicators of phrase n are {@code [from[n], from[n + 1])}. A
 * written indicator has a phrase of its own, in the group of its theme; learned ones of the same text, whatever their themes,
 * share one, for people's most common words weigh something for many themes.
 */
final class Lexicon {
    /** Instead of its theme: the phrase speaks for several, each with a weight of its own. */
    static final int SEVERAL = -1;

    final Matcher matcher;
    final List<Theme> themes;

    /** For each phrase its first indicator, and one more for the end. */
    final int[] from;

    // For each phrase its theme, or SEVERAL, and its weight for it: all that a sum needs of most phrases, and small,
    // for a look at memory that is far away costs more than the addition.
    final short[] themeOfPhrase;
    final double[] weightOfPhrase;

    final Indicator[] indicators;
    final int[] themeOf;
    final double[] weights;

    final double[] biases;

    /** For each theme the sum of weights from which on it tags: the threshold, as log-odds. */
    final double[] cuts;

    private record Entry(int theme, Indicator indicator) {}

    Lexicon(Codebook codebook) {
        themes = codebook.themes();
        biases = themes.stream().mapToDouble(Theme::bias).toArray();
        cuts = themes.stream()
                .mapToDouble(theme -> Math.log(theme.threshold() / (1 - theme.threshold())))
                .toArray();

        var phrases = Matcher.builder();
        var entries = new ArrayList<List<Entry>>();
        written().forEach(entry -> {
            phrases.add(entry.indicator().text(), entry.theme());
            entries.add(List.of(entry));
        });
        learned().forEach((text, sharing) -> {
            phrases.add(text);
            entries.add(sharing);
        });
        matcher = phrases.build();

        from = new int[entries.size() + 1];
        for (int phrase = 0; phrase < entries.size(); phrase++) {
            from[phrase + 1] = from[phrase] + entries.get(phrase).size();
        }
        var all = entries.stream().flatMap(List::stream).toList();
        indicators = all.stream().map(Entry::indicator).toArray(Indicator[]::new);
        themeOf = all.stream().mapToInt(Entry::theme).toArray();
        weights = all.stream().mapToDouble(entry -> entry.indicator().weight()).toArray();

        themeOfPhrase = new short[phrases()];
        weightOfPhrase = new double[phrases()];
        for (int phrase = 0; phrase < phrases(); phrase++) {
            boolean several = from[phrase + 1] > from[phrase] + 1;
            themeOfPhrase[phrase] = (short) (several ? SEVERAL : themeOf[from[phrase]]);
            weightOfPhrase[phrase] = weights[from[phrase]];
        }
    }

    int phrases() {
        return from.length - 1;
    }

    private List<Entry> written() {
        return all().stream()
                .filter(entry -> entry.indicator().origin() == Indicator.Origin.WRITTEN)
                .toList();
    }

    private Map<String, List<Entry>> learned() {
        var learned = new LinkedHashMap<String, List<Entry>>();
        all().stream()
                .filter(entry -> entry.indicator().origin() == Indicator.Origin.LEARNED)
                .forEach(entry -> learned.computeIfAbsent(entry.indicator().text(), text -> new ArrayList<>())
                        .add(entry));
        return learned;
    }

    private List<Entry> all() {
        var all = new ArrayList<Entry>();
        for (int theme = 0; theme < themes.size(); theme++) {
            for (var indicator : themes.get(theme).indicators()) {
                all.add(new Entry(theme, indicator));
            }
        }
        return all;
    }
}
