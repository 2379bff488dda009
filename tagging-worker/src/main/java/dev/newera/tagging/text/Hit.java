package dev.newera.tagging.text;

/**
 * A phrase found in a text.
 *
 * @param phrase number of the phrase, in the order in which the matcher's builder was given them, from 0
 * @param start first code point of the words
 * @param end code point after the words
 */
public record Hit(int phrase, int start, int end) {}
