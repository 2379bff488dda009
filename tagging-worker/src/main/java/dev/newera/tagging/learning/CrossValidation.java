package dev.newera.tagging.learning;

import dev.newera.tagging.Codebook;
import dev.newera.tagging.Tagger;
import java.util.List;
import java.util.function.Consumer;

/** Judges a way of learning: each fold's tweets by a tagger that learned from the others only, its cut included. */
public final class CrossValidation {
    private final Settings settings;
    private final Consumer<String> progress;

    /** @param progress is told in a sentence what goes on */
    public CrossValidation(Settings settings, Consumer<String> progress) {
        this.settings = settings;
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
        var fits = new Learner(settings).learn(written, fold.learned());
        return Evaluation.of(new Tagger(Fit.applied(fits, written)), fold.heldOut());
    }
}
