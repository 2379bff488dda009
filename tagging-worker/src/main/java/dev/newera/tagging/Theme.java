package dev.newera.tagging;

import java.util.List;
import java.util.Objects;

/**
 * What a tweet can be about: its entry in the codebook, for people (name, definition, when to use it) and for the tagger
 * (indicators, bias, threshold).
 *
 * @param id never changes, however the theme is renamed
 * @param color {@code #rrggbb}, or null
 * @param parent id of the theme above, or null
 * @param pole the side of the white paper's lens on which the theme stands, or null
 * @param bias log-odds of the theme in a tweet without a hit
 * @param threshold score, 0 to 1, from which on a tweet is tagged
 */
public record Theme(
        String id,
        String name,
        String definition,
        String useWhen,
        String notWhen,
        String color,
        String parent,
        Pole pole,
        double bias,
        double threshold,
        List<Indicator> indicators,
        Examples examples) {
    /** With {@link Indicator#DEFAULT_WEIGHT}: no hit scores 0.12, one hit 0.73, and one guard undoes one hit. */
    public static final double DEFAULT_BIAS = -2;

    public static final double DEFAULT_THRESHOLD = 0.5;

    /** The white paper's lens: the thinking that rules today, and the one that comes. */
    public enum Pole {
        DOMINANT,
        EMERGENT
    }

    /** Tweets that the theme's author says carry it, and do not: the codebook's own tests. */
    public record Examples(List<String> yes, List<String> no) {
        public static final Examples NONE = new Examples(List.of(), List.of());

        public Examples {
            yes = List.copyOf(yes);
            no = List.copyOf(no);
        }
    }

    public Theme {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(examples, "examples");
        indicators = List.copyOf(indicators);
    }

    /** A theme of an id and some indicators, everything else by default. */
    public static Theme of(String id, List<Indicator> indicators) {
        return new Theme(
                id, id, null, null, null, null, null, null, DEFAULT_BIAS, DEFAULT_THRESHOLD, indicators, Examples.NONE);
    }
}
