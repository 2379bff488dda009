package dev.newera.tagging.text;

import java.text.Normalizer;
import java.util.Locale;

/** How forms are compared: NFKC, case folded, without what nobody sees. */
final class Folding {
    private Folding() {}

    static String fold(String word) {
        var folded = Normalizer.normalize(word, Normalizer.Form.NFKC)
                // Up, then down: the only full case folding that the JDK has (ß = SS, both sigmas are one).
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('ς', 'σ');
        var seen = new StringBuilder();
        Normalizer.normalize(folded, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !Letters.isIgnorable(c))
                .map(c -> Letters.isApostrophe(c) ? '\'' : c)
                .forEach(seen::appendCodePoint);
        return seen.toString();
    }
}
