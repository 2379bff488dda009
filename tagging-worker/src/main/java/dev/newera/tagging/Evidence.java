package dev.newera.tagging;

/**
 * Why a tweet carries a theme: an indicator and the words that it hit, quoted from the tweet as posted. What counts a little
 * in the sum ("be", "a") and what counts against the theme (a guard) is no evidence: it would tell a reader nothing.
 *
 * @param start first code point of the words
 * @param end code point after the words
 */
public record Evidence(String indicator, int start, int end, String text, double weight) {
    /** From this weight on a hit is evidence. A tag without any such hit shows its heaviest. */
    public static final double LEAST_WEIGHT = 0.5;
}
