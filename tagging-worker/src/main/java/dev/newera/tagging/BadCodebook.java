package dev.newera.tagging;

import java.util.List;
import java.util.stream.Collectors;

/** A codebook is refused. Its problems are for the person who wrote it: where, and why. */
public final class BadCodebook extends Exception {
    private final transient List<Problem> problems;

    /**
     * One reason.
     *
     * @param line of the document, from 1
     * @param column of the line, from 1, in code points
     * @param path of the value, such as {@code themes[2].indicators[0]}
     */
    public record Problem(int line, int column, String path, String reason) {
        @Override
        public String toString() {
            return "line " + line + ", column " + column + (path.isEmpty() ? "" : ", " + path) + ": " + reason;
        }
    }

    public BadCodebook(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** In the order of the document; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
