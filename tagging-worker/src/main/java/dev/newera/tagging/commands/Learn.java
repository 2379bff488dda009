package dev.newera.tagging.commands;

import dev.newera.tagging.Codebook;
import dev.newera.tagging.learning.Ablation;
import dev.newera.tagging.learning.CrossValidation;
import dev.newera.tagging.learning.CrossValidation.Teaching;
import dev.newera.tagging.learning.Evaluation;
import dev.newera.tagging.learning.Fold;
import dev.newera.tagging.learning.LabelledTweet;
import dev.newera.tagging.learning.Learner;
import dev.newera.tagging.learning.Settings;
import dev.newera.tagging.learning.Settings.Proposals;
import dev.newera.tagging.yaml.CodebookFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "learn",
        description =
                "Fits a codebook to labelled tweets: first the figures that it reaches on tweets it has not learned"
                        + " from, then the codebook with its learned section, which is written anew. What stands above that section"
                        + " is copied as it is. The same files and seed give the same bytes.")
final class Learn implements Callable<Integer> {
    /** How the tweets are divided for the figures. */
    enum Division {
        LOT,
        FILE
    }

    /** What takes part; for finding out what each part brings. */
    enum Part {
        ALL,
        WRITTEN,
        LEARNED
    }

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
            names = "--more",
            paramLabel = "FILE",
            arity = "1..*",
            description = "further labelled tweets: learned from, never judged by")
    private List<Path> more = List.of();

    @Option(names = "--out", paramLabel = "FILE", description = "where the fitted codebook goes (default: --codebook)")
    private Path out;

    @Option(names = "--folds", paramLabel = "N", defaultValue = "5", description = "default: ${DEFAULT-VALUE}")
    private int folds;

    @Option(
            names = "--by",
            defaultValue = "lot",
            description = "held-out tweets are chosen by ${COMPLETION-CANDIDATES}: by lot, or each file in turn"
                    + " (default: ${DEFAULT-VALUE})")
    private Division division;

    @Option(
            names = "--unread",
            description =
                    "figures as if nobody had ever read the held-out tweets: without the written phrases that only they"
                            + " say; what is then written is the same")
    private boolean unread;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "2014", description = "default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--part",
            defaultValue = "all",
            description = "of ${COMPLETION-CANDIDATES}: what people wrote, what is proposed from the tweets, or both"
                    + " (default: ${DEFAULT-VALUE})")
    private Part part;

    @Option(names = "--gaps", description = "also propose pairs of words with a gap")
    private boolean gaps;

    @Option(names = "--no-guards", description = "without the guards that people wrote")
    private boolean noGuards;

    @Option(names = "--no-cut", description = "leave the threshold at its default")
    private boolean noCut;

    @Option(
            names = "--steps",
            description =
                    "only the table of what each step of the lesson brings, by lot and by file as if unread; it takes"
                            + " some minutes and writes nothing")
    private boolean steps;

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            description = "what a reader of the learned section should know of the tweets")
    private String note;

    @Option(names = "--dry-run", description = "only the figures; write nothing")
    private boolean dryRun;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var document = codebookOption.document();
        var written = taking(CodebookFile.handWritten().parse(document));
        var themes = CodebookOption.themes(written);
        var tweets = LabelledFile.read(gold, themes);
        var further = LabelledFile.read(more, themes);
        if (steps) {
            print(Steps.table(
                    written,
                    folds(Division.LOT, tweets, further),
                    folds(Division.FILE, tweets, further),
                    seed,
                    progress()));
            return 0;
        }
        var evaluation = new CrossValidation(Teaching.by(settings()), unread, progress())
                .judge(written, folds(division, tweets, further));
        print("%n%s on held-out tweets%s:%n%s"
                .formatted(divided(), unread ? ", as if unread" : "", FiguresTable.of(evaluation)));
        if (!dryRun) {
            write(document, written, Fold.joined(tweets, further), evaluation);
        }
        return 0;
    }

    private void write(String document, Codebook written, List<LabelledTweet> tweets, Evaluation evaluation)
            throws Exception {
        var fits = new Learner(settings(), progress()).learn(written, tweets);
        var fitted = LearnedSection.replaced(document, made(tweets.size(), evaluation), fits);
        // A codebook whose own examples fail would be refused wherever it goes; so it goes nowhere.
        CodebookFile.checkingExamples().parse(fitted);
        var file = out == null ? codebookOption.file : out;
        Files.writeString(file, fitted);
        print("wrote %s%n".formatted(file));
    }

    private String made(int tweets, Evaluation evaluation) {
        var micro = evaluation.micro();
        var figures = String.format(
                Locale.ROOT,
                "By the command learn, seed %d, from %d labelled tweets. %s on held-out ones%s: micro precision %.3f,"
                        + " recall %.3f, F1 %.3f; macro F1 %.3f.",
                seed,
                tweets,
                divided(),
                unread ? ", as if unread" : "",
                micro.precision(),
                micro.recall(),
                micro.f1(),
                evaluation.macroF1());
        return note == null ? figures : figures + " " + note;
    }

    private String divided() {
        return division == Division.FILE ? "File by file" : folds + " folds";
    }

    private List<Fold> folds(Division division, List<LabelledTweet> tweets, List<LabelledTweet> further) {
        var divided = division == Division.FILE ? Fold.bySource(tweets) : Fold.of(tweets, folds, seed);
        return divided.stream().map(fold -> fold.alsoLearning(further)).toList();
    }

    private Settings settings() {
        var proposals = part == Part.WRITTEN ? Proposals.NONE : gaps ? Proposals.WORDS_AND_GAPS : Proposals.WORDS;
        var settings = Settings.DEFAULT.seeded(seed).proposing(proposals);
        return noCut ? settings.uncut() : settings;
    }

    private Codebook taking(Codebook codebook) {
        return Ablation.keeping(indicator -> part != Part.LEARNED && !(noGuards && indicator.isGuard()), codebook);
    }

    private Consumer<String> progress() {
        return sentence -> {
            spec.commandLine().getErr().println(sentence);
            spec.commandLine().getErr().flush();
        };
    }

    private void print(String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
    }
}
