package dev.newera.tagging.learning;

import java.util.List;
import java.util.function.Predicate;

/** Which tweets are labelled so, and how many they are. */
final class Labels {
    private static final double SMOOTHING = 0.5;

    private final boolean[] labelled;
    private final int count;

    Labels(List<LabelledTweet> tweets, Predicate<LabelledTweet> label) {
        labelled = new boolean[tweets.size()];
        int count = 0;
        for (int i = 0; i < labelled.length; i++) {
            labelled[i] = label.test(tweets.get(i));
            count += labelled[i] ? 1 : 0;
        }
        this.count = count;
    }

    static Labels of(String theme, List<LabelledTweet> tweets) {
        return new Labels(tweets, tweet -> tweet.carries(theme));
    }

    boolean has(int tweet) {
        return labelled[tweet];
    }

    /** How many of these tweets are labelled so. */
    int among(int[] tweets) {
        int among = 0;
        for (int tweet : tweets) {
            among += labelled[tweet] ? 1 : 0;
        }
        return among;
    }

    /** The log-odds of a tweet that nothing is known of. */
    double usual() {
        return StrictMath.log((count + SMOOTHING) / (labelled.length - count + SMOOTHING));
    }

    /** How much likelier than usual these tweets are labelled so. */
    Odds odds(int[] tweets) {
        double yes = among(tweets) + SMOOTHING;
        double no = tweets.length - among(tweets) + SMOOTHING;
        return new Odds(StrictMath.log(yes / no) - usual(), Math.sqrt(1 / yes + 1 / no));
    }

    /**
     * An odds ratio.
     *
     * @param log of it: above 0 for, below 0 against
     * @param error the standard error of that
     */
    record Odds(double log, double error) {}
}
