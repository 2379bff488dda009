package dev.newera.tagging.text;

/**
 * A piece of a text that a phrase can hit.
 *
 * @param form as compared by the exact form: NFKC, case folded
 * @param stem as compared by stem
 * @param position of the (first) word among the text's words; it jumps by more than {@link Phrase#WIDEST_GAP} over a
 *     mention or a URL, so that nothing reaches across one
 * @param start first code point in the text
 * @param end code point after
 */
public record Token(Kind kind, String form, String stem, int position, int start, int end) {
    /** What a token is. */
    public enum Kind {
        /** A word or a number: has a position of its own. */
        WORD,
        /** An emoji, a ZWJ sequence whole: has a position of its own. */
        EMOJI,
        /** The words of a hyphenated word or of a hashtag, joined: {@code front-line} is also {@code frontline}. */
        COMPOUND,
        /** A whole hashtag, without its underscores: {@code #frontlinefirst}. */
        HASHTAG
    }
}
