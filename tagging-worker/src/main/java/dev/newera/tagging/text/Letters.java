package dev.newera.tagging.text;

/** What a character is to the tokens of a tweet. */
final class Letters {
    static final int ZWJ = 0x200D;
    static final int ZERO_WIDTH_SPACE = 0x200B;
    static final int TEXT_STYLE = 0xFE0E;
    static final int EMOJI_STYLE = 0xFE0F;
    static final int KEYCAP = 0x20E3;

    private Letters() {}

    static boolean isWordStart(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.OTHER_NUMBER
                || Character.getType(c) == Character.LETTER_NUMBER;
    }

    static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** Invisible inside a word: soft hyphens, joiners, bidi marks. A zero-width space does end a word. */
    static boolean isIgnorable(int c) {
        return Character.getType(c) == Character.FORMAT && c != ZERO_WIDTH_SPACE;
    }

    static boolean isWordPart(int c) {
        return isWordStart(c) || isMark(c) || isIgnorable(c);
    }

    static boolean isApostrophe(int c) {
        return c == '\'' || c == '’' || c == '‘' || c == '‛' || c == 'ʼ' || c == '＇';
    }

    static boolean isHyphen(int c) {
        return c == '-' || c == '‐' || c == '‑' || c == '﹣' || c == '－';
    }

    static boolean isHandlePart(int c) {
        return c == '_' || c < 128 && Character.isLetterOrDigit(c);
    }

    static boolean isSkinTone(int c) {
        return c >= 0x1F3FB && c <= 0x1F3FF;
    }

    static boolean isRegional(int c) {
        return c >= 0x1F1E6 && c <= 0x1F1FF;
    }

    static boolean isTag(int c) {
        return c >= 0xE0020 && c <= 0xE007F;
    }

    /** A pictograph by itself; others need {@link #EMOJI_STYLE} after them. */
    static boolean isPictograph(int c) {
        return c >= 0x1F000 && c <= 0x1FAFF && !Character.isLetterOrDigit(c)
                || c >= 0x2600 && c <= 0x27BF
                || c >= 0x2B05 && c <= 0x2B55 && Character.getType(c) == Character.OTHER_SYMBOL
                || c >= 0x231A && c <= 0x23FF && Character.getType(c) == Character.OTHER_SYMBOL;
    }

    /** Part of an emoji after its first character, other than what a joiner joins. */
    static boolean isEmojiModifier(int c) {
        return c == EMOJI_STYLE || c == TEXT_STYLE || c == KEYCAP || isSkinTone(c) || isTag(c);
    }

    /** Says nothing about what the emoji is: how it looks, what skin it has. */
    static boolean isEmojiStyle(int c) {
        return c == EMOJI_STYLE || c == TEXT_STYLE || isSkinTone(c);
    }
}
