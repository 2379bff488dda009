/**
 * Reads a codebook file: YAML 1.2, and so JSON too. Strict: every key is known, every value is checked, every problem is
 * named with its line, and a codebook is never half loaded.
 *
 * <p>What never comes in: anything that tags, sends or serves.
 */
package dev.newera.tagging.yaml;
