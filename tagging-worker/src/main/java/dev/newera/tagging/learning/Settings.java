package dev.newera.tagging.learning;

/**
 * The dials of a lesson.
 *
 * @param seed of the folds
 * @param worth how many tweets the weight that a person wrote is worth, when tweets say otherwise
 * @param fewestTweets a phrase in fewer tweets than this is not proposed
 * @param fewestSources a phrase of fewer sources than this, where there are so many, is the habit of a few and not proposed
 * @param clarity so many standard errors a phrase's odds ratio has to be away from saying nothing; below, it is chance
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
        int fewestSources,
        double clarity,
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
    public static final Settings DEFAULT = new Settings(2014, 12, 4, 3, 2, 4, 0.4, 0.8, 3, Proposals.WORDS);

    public Settings proposing(Proposals proposals) {
        return with(seed, innerFolds, proposals);
    }

    public Settings seeded(long seed) {
        return with(seed, innerFolds, proposals);
    }

    /** Sets no cut. */
    public Settings uncut() {
        return with(seed, 0, proposals);
    }

    private Settings with(long seed, int innerFolds, Proposals proposals) {
        return new Settings(
                seed,
                worth,
                fewestTweets,
                fewestSources,
                clarity,
                shrinkage,
                leastWeight,
                precision,
                innerFolds,
                proposals);
    }
}
