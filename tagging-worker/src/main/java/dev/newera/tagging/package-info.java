/**
 * The worker's vocabulary: a {@link dev.newera.tagging.Codebook} of {@link dev.newera.tagging.Theme}s, each a set of
 * weighted {@link dev.newera.tagging.Indicator}s, and the {@link dev.newera.tagging.Tagger} that reads a text with it and
 * answers a {@link dev.newera.tagging.Tagging}: which themes, how sure, and the very words that say so.
 *
 * <p>Plain Java over {@code dev.newera.tagging.text}. What never comes in: Kafka, HTTP, YAML, Quarkus, a clock.
 */
package dev.newera.tagging;
