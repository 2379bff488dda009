package dev.newera.chat;

/**
 * Words of a tweet that an indicator of the codebook was found in.
 *
 * @param start first code point in the text as posted, inclusive
 * @param end last code point, exclusive
 * @param text the words themselves, so that a client can find them again
 * @param weight what the indicator added to the theme's sum; null from a tagger that does not say
 */
public record Evidence(String indicator, int start, int end, String text, Double weight) {}
