/**
 * Learns a codebook's weights from labelled tweets, and judges a codebook against them.
 *
 * <p>The way of a lesson: {@link dev.newera.tagging.learning.Candidates} proposes indicators; a {@code HitTable} says which
 * tweets each of them hits; a {@code Lesson} weighs them, theme by theme: written ones by the {@code Testimony} of the tweets,
 * new ones by {@code Logistic} regression on what is left to explain; {@link dev.newera.tagging.learning.Learner} turns the
 * weights into {@link dev.newera.tagging.learning.Fit}s, which are indicators again, so that the tagger gives
 * exactly the learner's scores. {@link dev.newera.tagging.learning.CrossValidation} does that on parts of the tweets and
 * judges on the rest; {@link dev.newera.tagging.learning.Evaluation} counts.
 *
 * <p>Everything is repeatable to the bit: no chance but from a seed, no threads, {@link java.lang.StrictMath}. What never
 * comes in: files, YAML, JSON, command lines; and the author of a tweet, who must not be a reason for a theme.
 */
package dev.newera.tagging.learning;
