package dev.newera.tagging;

/**
 * Why a tweet carries a theme: an indicator and the words that it hit, quoted from the tweet as posted. Not every hit is shown.
 * What counts a little in the sum, what lies inside longer evidence ("lack" in "lack of support"), and what counts against the
 * theme would tell a reader nothing.
 *
 * @param start first code point of the words
 * @param end code point after the words
 */
public record Evidence(String indicator, int start, int end, String text, double weight) {
    /** From this weight on a hit is evidence. A tag without any such hit shows its heaviest. */
    public static final double LEAST_WEIGHT = 1;
}
