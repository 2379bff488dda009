package dev.newera.tagging.yaml;

import dev.newera.tagging.BadCodebook;
import dev.newera.tagging.BadCodebook.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** What is wrong with a document so far. */
final class Problems {
    /** A broken file may be wrong a million times; a person reads the first few. */
    private static final int MOST = 100;

    private final List<Problem> found = new ArrayList<>();

    void add(Node where, String path, String reason) {
        if (found.size() < MOST) {
            int line = where.getStartMark().map(Mark::getLine).orElse(0);
            int column = where.getStartMark().map(Mark::getColumn).orElse(0);
            found.add(new Problem(line + 1, column + 1, path, reason));
        }
    }

    void refuseIfAny() throws BadCodebook {
        if (!found.isEmpty()) {
            found.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
            throw new BadCodebook(found);
        }
    }
}
