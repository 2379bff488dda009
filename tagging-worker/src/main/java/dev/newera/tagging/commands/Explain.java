package dev.newera.tagging.commands;

import dev.newera.tagging.learning.Explanation;
import dev.newera.tagging.learning.Explanation.IndicatorHit;
import dev.newera.tagging.learning.Explanation.Reading;
import dev.newera.tagging.yaml.CodebookFile;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "explain",
        description = "Tags one text and says why: themes, scores, and every hit drawn under the text with its weight.")
final class Explain implements Callable<Integer> {
    @Mixin
    private CodebookOption codebookOption;

    @Parameters(paramLabel = "TEXT", description = "the text of a tweet")
    private String text;

    @Option(names = "--all", description = "also the themes that the text does not carry but has hits of")
    private boolean all;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var codebook = codebookOption.read(CodebookFile.draft());
        var out = spec.commandLine().getOut();
        var explanation = Explanation.of(codebook, text);
        if (explanation.themes().stream().noneMatch(Reading::isTagged)) {
            out.println("no theme");
        }
        explanation.themes().stream()
                .filter(reading -> reading.isTagged() || all && !reading.hits().isEmpty())
                .forEach(reading -> out.print(drawn(explanation.text(), reading)));
        out.flush();
        return 0;
    }

    private static String drawn(String text, Reading reading) {
        var theme = reading.theme();
        var drawing = new StringBuilder(String.format(
                Locale.ROOT,
                "%n%s %s: score %.3f, tags from %.2f, bias %.2f%n  %s%n",
                reading.isTagged() ? "+" : "-",
                theme.id(),
                reading.score(),
                theme.threshold(),
                theme.bias(),
                oneLine(text)));
        reading.hits().forEach(hit -> drawing.append(underlined(text, hit)));
        return drawing.toString();
    }

    /** One column a code point, so that the line under a hit stands under its words. */
    private static String oneLine(String text) {
        return text.replaceAll("\\s", " ");
    }

    private static String underlined(String text, IndicatorHit hit) {
        int length = text.codePointCount(0, text.length());
        return String.format(
                Locale.ROOT,
                "  %s%s%s  %+.2f  %s%n",
                " ".repeat(hit.start()),
                "^".repeat(hit.end() - hit.start()),
                " ".repeat(length - hit.end()),
                hit.indicator().weight(),
                hit.indicator().text());
    }
}
