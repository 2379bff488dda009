package dev.newera.tagging;

/**
 * Why a tweet carries a theme: an indicator and the words that it hit, quoted from the tweet as posted.
 *
 * @param start first code point of the words
 * @param end code point after the words
 */
public record Evidence(String indicator, int start, int end, String text, double weight) {}
