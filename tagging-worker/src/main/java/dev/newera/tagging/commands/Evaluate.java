package dev.newera.tagging.commands;

import dev.newera.tagging.Codebook;
import dev.newera.tagging.Tagger;
import dev.newera.tagging.learning.Evaluation;
import dev.newera.tagging.learning.Explanation;
import dev.newera.tagging.learning.Mistake;
import dev.newera.tagging.yaml.CodebookFile;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate",
        description =
                "Judges a codebook by tweets that people have labelled: precision, recall and F1 of every theme, and"
                        + " the worst mistakes with what led to them. Tweets that the codebook learned from flatter it: see"
                        + " `learn --dry-run`.")
final class Evaluate implements Callable<Integer> {
    @Mixin
    private CodebookOption codebookOption;

    @Option(
            names = "--gold",
            paramLabel = "FILE",
            required = true,
            arity = "1..*",
            description = "labelled tweets, one JSON object a line: {id, text, themes}")
    private List<Path> gold;

    @Option(
            names = "--mistakes",
            paramLabel = "N",
            defaultValue = "5",
            description =
                    "how many of the worst misses and of the worst false alarms to show (default: ${DEFAULT-VALUE})")
    private int mistakes;

    @Option(names = "--json", description = "answer in JSON")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var codebook = codebookOption.read(CodebookFile.draft());
        var tweets = LabelledFile.read(gold, CodebookOption.themes(codebook));
        var evaluation = Evaluation.of(new Tagger(codebook), tweets);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(EvaluationJson.of(evaluation, codebook, tweets.size(), mistakes));
        } else {
            out.printf("%d tweets%n%n%s", tweets.size(), FiguresTable.of(evaluation));
            out.print(shown("The worst misses", codebook, worst(evaluation, true, mistakes)));
            out.print(shown("The worst false alarms", codebook, worst(evaluation, false, mistakes)));
        }
        out.flush();
        return 0;
    }

    static List<Mistake> worst(Evaluation evaluation, boolean missed, int most) {
        return evaluation.mistakes().stream()
                .filter(mistake -> mistake.missed() == missed)
                .limit(most)
                .toList();
    }

    private static String shown(String title, Codebook codebook, List<Mistake> mistakes) {
        return mistakes.isEmpty()
                ? ""
                : "%n%s%n".formatted(title)
                        + mistakes.stream()
                                .map(mistake -> shown(mistake, codebook))
                                .collect(Collectors.joining());
    }

    private static String shown(Mistake mistake, Codebook codebook) {
        return String.format(
                Locale.ROOT,
                "  %.2f %s, tweet %s: %s%n       %s%n",
                mistake.score(),
                mistake.theme(),
                mistake.tweet().id(),
                mistake.tweet().text().replace('\n', ' '),
                evidence(mistake, codebook));
    }

    /** The indicators that weigh most, for and against. */
    static String evidence(Mistake mistake, Codebook codebook) {
        var hits = Explanation.of(codebook, mistake.tweet().text()).themes().stream()
                .filter(reading -> reading.theme().id().equals(mistake.theme()))
                .flatMap(reading -> reading.hits().stream())
                .map(Explanation.IndicatorHit::indicator)
                .distinct()
                .sorted(Comparator.comparingDouble(indicator -> -Math.abs(indicator.weight())))
                .limit(6)
                .map(indicator -> String.format(Locale.ROOT, "%s %+.2f", indicator.text(), indicator.weight()))
                .collect(Collectors.joining(", "));
        return hits.isEmpty() ? "nothing was hit" : hits;
    }
}
