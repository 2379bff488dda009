package dev.newera.tagging.commands;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.newera.tagging.learning.Fit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The last section of a codebook file: what was learned, written so that a person can read it and change it. */
final class LearnedSection {
    private static final Pattern START = Pattern.compile("(?m)^(# What was learned.*\\R(#.*\\R)*)?learned:.*");
    private static final String COMMENT = """
            # What was learned from labelled tweets: indicators that nobody wrote, and those above that weigh more or less than was
            # thought; all others keep the weight they have there. Below zero an indicator speaks against its theme. The bias is
            # what a tweet without a hit has; from the threshold on it is tagged. Written anew by the command `learn`; edits hold
            # until then.
            """;

    private LearnedSection() {}

    /** The document with this section in place of the one that it has. */
    static String replaced(String document, String made, List<Fit> fits) {
        var old = START.matcher(document);
        var head = old.find() ? document.substring(0, old.start()) : document;
        return head.stripTrailing() + "\n\n" + section(made, fits);
    }

    private static String section(String made, List<Fit> fits) {
        var section = new StringBuilder(COMMENT);
        section.append("learned:\n  made: ").append(quoted(made)).append("\n  themes:\n");
        fits.forEach(fit -> append(section, fit));
        return section.toString();
    }

    private static void append(StringBuilder section, Fit fit) {
        section.append("    ").append(fit.theme()).append(":\n");
        section.append("      bias: ").append(number(fit.bias())).append('\n');
        section.append("      threshold: ").append(number(fit.threshold())).append('\n');
        section.append(fit.weights().isEmpty() ? "      weights: {}\n" : "      weights:\n");
        fit.weights()
                .forEach((text, weight) -> section.append("        ")
                        .append(quoted(text))
                        .append(": ")
                        .append(number(weight))
                        .append('\n'));
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    /** JSON's quotes are YAML's double quotes. */
    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
