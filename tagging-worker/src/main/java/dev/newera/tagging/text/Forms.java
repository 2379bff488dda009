package dev.newera.tagging.text;

import java.text.Normalizer;
import java.util.Locale;

/** How the words of a text are compared: their forms. Slow, and so asked once for each spelling, never for each token. */
final class Forms {
    private Forms() {}

    /** The form of a token from its characters in the text. */
    static String of(Token.Kind kind, String raw) {
        return switch (kind) {
            case WORD -> Letters.isAmpersand(raw.charAt(0)) ? "and" : fold(raw).replace(",", "");
            case EMOJI -> withoutStyle(raw);
            case COMPOUND -> joined(raw);
            case HASHTAG -> "#" + joined(raw.substring(1));
        };
    }

    /** NFKC, case folded, straight apostrophes, and nothing that nobody sees. */
    private static String fold(String raw) {
        var folded = Normalizer.normalize(raw, Normalizer.Form.NFKC)
                // Up, then down: the only full case folding that the JDK has (ß = SS).
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('ς', 'σ');
        var visible = new StringBuilder(folded.length());
        folded.codePoints()
                .filter(c -> !Letters.isIgnorable(c))
                .map(c -> Letters.isApostrophe(c) ? '\'' : c)
                .forEach(visible::appendCodePoint);
        return Normalizer.normalize(visible, Normalizer.Form.NFKC);
    }

    private static String joined(String raw) {
        var letters = new StringBuilder(raw.length());
        raw.codePoints().filter(c -> c != '_' && !Letters.isHyphen(c)).forEach(letters::appendCodePoint);
        return fold(letters.toString()).replace(",", "");
    }

    private static String withoutStyle(String raw) {
        var plain = new StringBuilder(raw.length());
        raw.codePoints().filter(c -> !Letters.isEmojiStyle(c)).forEach(plain::appendCodePoint);
        return plain.isEmpty() ? raw : plain.toString();
    }
}
