package dev.newera.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** The person's terminal: sentences with the time since the start before them, and whether words can be marked. */
final class Terminal {

    private static final int USUAL_COLUMNS = 120;

    private final PrintStream out;
    private final long start = System.nanoTime();

    Terminal(PrintStream out) {
        this.out = out;
    }

    /** What happened, just now. Any thread may tell. */
    void say(String sentence) {
        var seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1_000.0;
        print(String.format(Locale.ROOT, "%6.1f s  %s", seconds, sentence.replace("\n", "\n          ")));
    }

    void print(String line) {
        out.println(line);
    }

    /** How wide it is; the shell that started this tells. Without a terminal, as wide as is good to read. */
    int columns() {
        return Integer.getInteger("newera.columns", USUAL_COLUMNS);
    }

    boolean marksWords() {
        return System.getProperty("newera.columns") != null && System.getenv("NO_COLOR") == null;
    }
}
