/**
 * P4 and P5: how fast a tweet is tagged, against the limit (reading alone) and against its rivals, Lucene Monitor and
 * {@code java.util.regex}, all with the same indicators; and what more indicators cost.
 */
package dev.newera.bench.tagger;
