package dev.newera.tagging.learning;

import dev.newera.tagging.Codebook;
import dev.newera.tagging.Tagger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Fits a codebook to labelled tweets: weights for its written indicators, new indicators, and one cut for all themes. The same
 * codebook, tweets and settings give the same fits.
 */
public final class Learner {
    private final Settings settings;
    private final Consumer<String> progress;

    /** @param progress is told in a sentence what goes on */
    public Learner(Settings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    public Learner(Settings settings) {
        this(settings, sentence -> {});
    }

    /** @param written the codebook as people wrote it, nothing learned in it */
    public List<Fit> learn(Codebook written, List<LabelledTweet> tweets) {
        double cut = settings.innerFolds() == 0 ? Double.NaN : cut(written, tweets);
        progress.accept("weighing on " + tweets.size() + " tweets");
        var fits = weigh(written, tweets);
        return Double.isNaN(cut)
                ? fits
                : fits.stream()
                        .map(fit -> new Fit(fit.theme(), fit.bias(), cut, fit.weights()))
                        .toList();
    }

    private List<Fit> weigh(Codebook written, List<LabelledTweet> tweets) {
        var proposals = new Proposals(proposals(tweets), settings.clarity(), tweets);
        return written.themes().stream()
                .map(theme -> new Lesson(settings, theme, tweets).fit(proposals))
                .toList();
    }

    private List<String> proposals(List<LabelledTweet> tweets) {
        return settings.proposals() == Settings.Proposals.NONE ? List.of() : Candidates.in(tweets, settings);
    }

    /** A score that the tagger gave to a tweet that it had not learned from. */
    private record Unseen(double score, boolean carried) {}

    /**
     * The lowest cut at which unseen tweets get the precision that is wanted. One for all themes: scores are probabilities, and
     * ten cuts of their own were found to follow chance.
     */
    private double cut(Codebook written, List<LabelledTweet> tweets) {
        progress.accept("looking for the cut, in " + settings.innerFolds() + " folds");
        var scores = new ArrayList<Unseen>();
        for (var fold : Fold.of(tweets, settings.innerFolds(), settings.seed())) {
            var unread = fold.unread(written);
            var tagger = new Tagger(Fit.applied(weigh(unread, fold.learned()), unread));
            fold.heldOut().forEach(tweet -> scores.addAll(scores(tagger, tweet)));
        }
        return cut(scores);
    }

    private static List<Unseen> scores(Tagger tagger, LabelledTweet tweet) {
        var scores = tagger.scores(tweet.text());
        var themes = tagger.codebook().themes();
        var unseen = new ArrayList<Unseen>();
        for (int i = 0; i < scores.length; i++) {
            unseen.add(new Unseen(scores[i], tweet.carries(themes.get(i).id())));
        }
        return unseen;
    }

    private double cut(List<Unseen> scores) {
        scores.sort(Comparator.comparingDouble(Unseen::score).reversed());
        double cut = 1;
        int right = 0;
        for (int tagged = 1; tagged <= scores.size(); tagged++) {
            right += scores.get(tagged - 1).carried() ? 1 : 0;
            if (right >= settings.precision() * tagged) {
                cut = scores.get(tagged - 1).score();
            }
        }
        return Math.max(0.01, Math.min(0.99, Math.ceil(cut * 100) / 100));
    }
}
