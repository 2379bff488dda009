package dev.newera.tagging.learning;

import dev.newera.tagging.Codebook;
import dev.newera.tagging.Tagger;
import java.util.List;
import java.util.function.Consumer;

/** Judges a way of learning: each fold's tweets by a tagger that learned from the others only, its cut included. */
public final class CrossValidation {
    private final Settings settings;
    private final boolean unread;
    private final Consumer<String> progress;

    /**
     * @param unread whether to judge {@linkplain Fold#unread as if nobody had ever read the tweets held out}
     * @param progress is told in a sentence what goes on
     */
    public CrossValidation(Settings settings, boolean unread, Consumer<String> progress) {
        this.settings = settings;
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
        var fits = new Learner(settings).learn(codebook, fold.learned());
        return Evaluation.of(new Tagger(Fit.applied(fits, codebook)), fold.heldOut());
    }
}
