package dev.newera.bench.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Checks, all of which are made, however many find something. */
final class Findings {
    private final List<String> wrong = new ArrayList<>();

    /** Whatever the check throws is a finding. */
    void check(Runnable check) {
        try {
            check.run();
        } catch (IllegalStateException | CompletionException e) {
            wrong.add(e.getMessage());
        }
    }

    List<String> wrong() {
        return wrong;
    }

    /** Fails if anything was found. */
    void requireNone() {
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(String.join("\n", wrong));
        }
    }
}
