package dev.newera.tagging.learning;

import dev.newera.tagging.Indicator;
import java.util.List;

/**
 * What tweets say about the written indicators of a theme. The weight that a person wrote is an opinion, in log-odds, worth so
 * many tweets; the tweets that say the phrase move it.
 *
 * <p>No tweet is a witness in its own case. Phrases are often written down from a tweet, and on that very tweet each would look
 * unfailing: there an indicator has the weight that the <em>other</em> tweets give it, and one that no other tweet says has none.
 */
final class Testimony {
    private final List<Indicator> indicators;
    private final Labels carried;
    private final double worth;
    private final int tweets;
    private final HitTable hits;

    /**
     * @param carried which of the tweets carry the theme
     * @param worth how many tweets a person's weight is worth
     */
    Testimony(List<Indicator> indicators, List<LabelledTweet> tweets, Labels carried, double worth) {
        this.indicators = indicators;
        this.carried = carried;
        this.worth = worth;
        this.tweets = tweets.size();
        hits = HitTable.ofLongest(indicators.stream().map(Indicator::text).toList(), tweets);
    }

    /** The indicator's weight after all tweets have been heard. A guard keeps its own: what it stands against is rare in tweets. */
    double weight(int indicator) {
        var opinion = indicators.get(indicator);
        var heard = hits.tweets(indicator);
        return opinion.isGuard() ? opinion.weight() : weight(opinion.weight(), carried.among(heard), heard.length);
    }

    /** For each tweet the sum of what the written indicators say of it, itself not heard. */
    double[] sums() {
        var sums = new double[tweets];
        for (int i = 0; i < indicators.size(); i++) {
            var heard = hits.tweets(i);
            int yes = carried.among(heard);
            for (int tweet : heard) {
                sums[tweet] += withoutItself(indicators.get(i), yes - (carried.has(tweet) ? 1 : 0), heard.length - 1);
            }
        }
        return sums;
    }

    private double withoutItself(Indicator opinion, int yes, int others) {
        if (opinion.isGuard()) {
            return opinion.weight();
        }
        return others == 0 ? 0 : weight(opinion.weight(), yes, others);
    }

    private double weight(double opinion, int yes, int all) {
        double expected = 1 / (1 + StrictMath.exp(-opinion - carried.usual()));
        return StrictMath.log((yes + worth * expected) / (all - yes + worth * (1 - expected))) - carried.usual();
    }
}
