package dev.newera.tagging.commands;

import dev.newera.tagging.learning.Counts;
import dev.newera.tagging.learning.Evaluation;
import java.util.Locale;

/** Precision, recall and F1 for people: a line a theme, then all of them together. */
final class FiguresTable {
    private static final String HEAD = "%-24s %9s %9s %9s %7s %7s %7s%n";
    private static final String LINE = "%-24s %9.3f %9.3f %9.3f %7d %7d %7d%n";

    private FiguresTable() {}

    static String of(Evaluation evaluation) {
        var table = new StringBuilder(HEAD.formatted("theme", "precision", "recall", "F1", "right", "wrong", "missed"));
        evaluation.themes().forEach((theme, counts) -> table.append(line(theme, counts)));
        table.append(line("all (micro)", evaluation.micro()));
        table.append(String.format(Locale.ROOT, "%-24s %29.3f%n", "mean of themes (macro)", evaluation.macroF1()));
        return table.toString();
    }

    private static String line(String name, Counts counts) {
        return String.format(
                Locale.ROOT,
                LINE,
                name,
                counts.precision(),
                counts.recall(),
                counts.f1(),
                counts.right(),
                counts.wrong(),
                counts.missed());
    }
}
