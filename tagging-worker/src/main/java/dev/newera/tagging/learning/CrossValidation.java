package dev.newera.tagging.learning;

import dev.newera.tagging.Codebook;
import dev.newera.tagging.Tagger;
import java.util.List;
import java.util.function.Consumer;

/** Judges a way of teaching: each fold's tweets by a tagger that was taught by the others only, its cut included. */
public final class CrossValidation {
    private final Teaching teaching;
    private final boolean unread;
    private final Consumer<String> progress;

    /** What becomes of a codebook when tweets are there to learn from. */
    @FunctionalInterface
    public interface Teaching {
        Codebook taught(Codebook written, List<LabelledTweet> tweets);

        /** All that a lesson with these settings moves. */
        static Teaching by(Settings settings) {
            return (written, tweets) -> Fit.applied(new Learner(settings).learn(written, tweets), written);
        }

        /** Nothing is learned: the codebook is judged as people wrote it. */
        static Teaching none() {
            return (written, tweets) -> written;
        }
    }

    /**
     * @param unread whether to judge {@linkplain Fold#unread as if nobody had ever read the tweets held out}
     * @param progress is told in a sentence what goes on
     */
    public CrossValidation(Teaching teaching, boolean unread, Consumer<String> progress) {
        this.teaching = teaching;
        this.unread = unread;
        this.progress = progress;
    }

    /** @param written the codebook as people wrote it, nothing learned in it */
    public Evaluation judge(Codebook written, List<Fold> folds) {
        Evaluation all = null;
        for (int i = 0; i < folds.size(); i++) {
            var one = judge(written, folds.get(i));
            progress.accept("fold %d of %d: micro F1 %.3f"
                    .formatted(i + 1, folds.size(), one.micro().f1()));
            all = all == null ? one : all.plus(one);
        }
        return all;
    }

    private Evaluation judge(Codebook written, Fold fold) {
        var codebook = unread ? fold.unread(written) : written;
        return Evaluation.of(new Tagger(teaching.taught(codebook, fold.learned())), fold.heldOut());
    }
}
