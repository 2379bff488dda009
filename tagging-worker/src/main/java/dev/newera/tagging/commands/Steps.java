package dev.newera.tagging.commands;

import dev.newera.tagging.Codebook;
import dev.newera.tagging.Indicator;
import dev.newera.tagging.learning.Ablation;
import dev.newera.tagging.learning.CrossValidation;
import dev.newera.tagging.learning.CrossValidation.Teaching;
import dev.newera.tagging.learning.Evaluation;
import dev.newera.tagging.learning.Fold;
import dev.newera.tagging.learning.Settings;
import dev.newera.tagging.learning.Settings.Proposals;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What each step of the lesson brings: a table, in Markdown, of the figures with it and without it. */
final class Steps {
    private static final Predicate<Indicator> ALL = indicator -> true;

    /**
     * A lesson with more or fewer steps than the usual one.
     *
     * @param kept which written indicators take part
     */
    private record Step(String name, Predicate<Indicator> kept, Teaching teaching) {}

    private final Codebook written;
    private final List<Fold> byLot;
    private final List<Fold> byFile;

    private Steps(Codebook written, List<Fold> byLot, List<Fold> byFile) {
        this.written = written;
        this.byLot = byLot;
        this.byFile = byFile;
    }

    static String table(Codebook written, List<Fold> byLot, List<Fold> byFile, long seed, Consumer<String> progress) {
        var steps = new Steps(written, byLot, byFile);
        var table = new StringBuilder("""
                | | precision | recall | F1 | F1, file by file as if unread |
                |---|---:|---:|---:|---:|
                """);
        of(Settings.DEFAULT.seeded(seed)).forEach(step -> {
            progress.accept(step.name());
            table.append(steps.row(step));
        });
        return table.toString();
    }

    private static List<Step> of(Settings usual) {
        var unproposed = usual.proposing(Proposals.NONE);
        return List.of(
                new Step("hand-written only, nothing learned", ALL, Teaching.none()),
                new Step("hand-written only, weighed by tweets", ALL, Teaching.by(unproposed)),
                new Step("learned only", indicator -> false, Teaching.by(usual)),
                new Step("**both: what is shipped**", ALL, Teaching.by(usual)),
                new Step("both, without guards", indicator -> !indicator.isGuard(), Teaching.by(usual)),
                new Step("both, gaps learned too", ALL, Teaching.by(usual.proposing(Proposals.WORDS_AND_GAPS))),
                new Step("both, threshold left at 0.5", ALL, Teaching.by(usual.uncut())));
    }

    private String row(Step step) {
        var codebook = Ablation.keeping(step.kept(), written);
        var lot = judge(step, codebook, false, byLot);
        return String.format(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %.3f | %.3f |%n",
                step.name(),
                lot.micro().precision(),
                lot.micro().recall(),
                lot.micro().f1(),
                judge(step, codebook, true, byFile).micro().f1());
    }

    private static Evaluation judge(Step step, Codebook codebook, boolean unread, List<Fold> folds) {
        return new CrossValidation(step.teaching(), unread, sentence -> {}).judge(codebook, folds);
    }
}
