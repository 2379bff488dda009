package dev.newera.tagging.learning;

/**
 * How often tags were right.
 *
 * @param right tagged, and so labelled
 * @param wrong tagged, but not so labelled
 * @param missed labelled, but not so tagged
 */
public record Counts(int right, int wrong, int missed) {
    public static final Counts NONE = new Counts(0, 0, 0);

    public Counts plus(Counts other) {
        return new Counts(right + other.right, wrong + other.wrong, missed + other.missed);
    }

    /** The part of the tags that is right; 1 where nothing was tagged. */
    public double precision() {
        return part(right, right + wrong);
    }

    /** The part of the labels that was found; 1 where nothing was labelled. */
    public double recall() {
        return part(right, right + missed);
    }

    /** The harmonic mean of both. */
    public double f1() {
        return part(2 * right, 2 * right + wrong + missed);
    }

    private static double part(int of, int all) {
        return all == 0 ? 1 : (double) of / all;
    }
}
