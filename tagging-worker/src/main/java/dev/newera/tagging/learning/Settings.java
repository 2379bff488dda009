package dev.newera.tagging.learning;

/**
 * The dials of a lesson.
 *
 * @param seed of the folds
 * @param fewestTweets a phrase in fewer tweets than this is not weighed by itself
 * @param sparsity strength of the L1 penalty: more of it, fewer indicators
 * @param shrinkage strength of the L2 penalty: more of it, smaller weights
 * @param leastWeight new indicators with a weight nearer to zero than this are left out
 * @param precision the cut is set where held-out tweets get at least this micro precision
 * @param innerFolds into how many folds a lesson divides its own tweets to find that cut; 0: the usual threshold stays
 * @param proposals which indicators it may add
 */
public record Settings(
        long seed,
        int fewestTweets,
        double sparsity,
        double shrinkage,
        double leastWeight,
        double precision,
        int innerFolds,
        Proposals proposals) {

    /** Which indicators a lesson may add to those that are written. */
    public enum Proposals {
        NONE,
        WORDS,
        WORDS_AND_GAPS
    }

    /** What cross-validation liked best. */
    public static final Settings DEFAULT = new Settings(2014, 2, 1.5, 1, 0.1, 0.85, 3, Proposals.WORDS);

    public Settings proposing(Proposals proposals) {
        return new Settings(seed, fewestTweets, sparsity, shrinkage, leastWeight, precision, innerFolds, proposals);
    }

    public Settings seeded(long seed) {
        return new Settings(seed, fewestTweets, sparsity, shrinkage, leastWeight, precision, innerFolds, proposals);
    }

    /** Sets no cut. */
    public Settings uncut() {
        return new Settings(seed, fewestTweets, sparsity, shrinkage, leastWeight, precision, 0, proposals);
    }
}
