package dev.newera.tagging.learning;

/**
 * The dials of a lesson.
 *
 * @param seed of the folds
 * @param worth how many tweets the weight that a person wrote is worth, when tweets say otherwise
 * @param fewestTweets a phrase in fewer tweets than this is not proposed
 * @param shrinkage strength of the ridge: more of it, smaller weights of new indicators
 * @param leastWeight a new indicator that weighs less is left out, and a change of a written weight by less is not made
 * @param precision the cut is set where held-out tweets get at least this micro precision
 * @param innerFolds into how many folds a lesson divides its own tweets to find that cut; 0: the usual threshold stays
 * @param proposals which indicators it may add
 */
public record Settings(
        long seed,
        double worth,
        int fewestTweets,
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
    public static final Settings DEFAULT = new Settings(2014, 12, 4, 4, 0.4, 0.8, 3, Proposals.WORDS);

    public Settings proposing(Proposals proposals) {
        return new Settings(seed, worth, fewestTweets, shrinkage, leastWeight, precision, innerFolds, proposals);
    }

    public Settings seeded(long seed) {
        return new Settings(seed, worth, fewestTweets, shrinkage, leastWeight, precision, innerFolds, proposals);
    }

    /** Sets no cut. */
    public Settings uncut() {
        return new Settings(seed, worth, fewestTweets, shrinkage, leastWeight, precision, 0, proposals);
    }
}
