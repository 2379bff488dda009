package dev.newera.tagging.learning;

/**
 * A theme that a tagger gave to a tweet and should not have, or should have and did not.
 *
 * @param missed the theme is labelled and was not tagged
 * @param score that the tagger gave
 */
public record Mistake(String theme, LabelledTweet tweet, boolean missed, double score) {

    /** How far off the tagger was, 0 to 1. */
    double badness() {
        return missed ? 1 - score : score;
    }
}
