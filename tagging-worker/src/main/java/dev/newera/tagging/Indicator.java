package dev.newera.tagging;

import dev.newera.tagging.text.Phrase;
import java.util.Objects;

/**
 * One sign of a theme: a phrase of the indicator grammar (see {@link Phrase}) and how much a hit of it says for the theme,
 * in units of log-odds. A negative weight makes it a guard: its hit speaks against the theme. Making one that is not of the
 * grammar, or weighs too much, is an {@link IllegalArgumentException} whose message is for the person who wrote it.
 *
 * @param text the phrase as a person wrote it, or as it was learned
 * @param weight finite, from {@value #LEAST_WEIGHT} to {@value #GREATEST_WEIGHT}
 * @param origin who put it into the codebook
 */
public record Indicator(String text, double weight, Origin origin) {
    public static final double DEFAULT_WEIGHT = 3;
    public static final double LEAST_WEIGHT = -20;
    public static final double GREATEST_WEIGHT = 20;

    /** Where an indicator comes from. Among written ones the longest phrase wins; learned ones were fitted together and all count. */
    public enum Origin {
        WRITTEN,
        LEARNED
    }

    public Indicator {
        Phrase.parse(text);
        Objects.requireNonNull(origin, "origin");
        if (!(weight >= LEAST_WEIGHT && weight <= GREATEST_WEIGHT)) {
            throw new IllegalArgumentException("weight " + weight + " of '" + text + "' is not from -20 to 20");
        }
    }

    /** An indicator written by a person, with the default weight: one hit of it tags. */
    public static Indicator written(String text) {
        return written(text, DEFAULT_WEIGHT);
    }

    public static Indicator written(String text, double weight) {
        return new Indicator(text, weight, Origin.WRITTEN);
    }

    public static Indicator learned(String text, double weight) {
        return new Indicator(text, weight, Origin.LEARNED);
    }

    public boolean isGuard() {
        return weight < 0;
    }
}
