/**
 * Finds thousands of phrases in a short text in one pass: text in, hits out, with code-point offsets into the text as it
 * was given.
 *
 * <p>A {@link dev.newera.tagging.text.Phrase} is one line of the grammar; a {@link dev.newera.tagging.text.Matcher} is many
 * of them, compiled; {@link dev.newera.tagging.text.Tokens} shows a text as the matcher sees it. What never comes in:
 * themes, weights, Kafka, Jackson, Quarkus, and anything else of the packages around.
 */
package dev.newera.tagging.text;
