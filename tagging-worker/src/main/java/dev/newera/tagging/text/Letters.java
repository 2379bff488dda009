package dev.newera.tagging.text;

/** What a character, or a code point, is to the tokens of a tweet. */
final class Letters {
    static final int ZWJ = 0x200D;
    static final int ZERO_WIDTH_SPACE = 0x200B;
    static final int TEXT_STYLE = 0xFE0E;
    static final int EMOJI_STYLE = 0xFE0F;
    static final int KEYCAP = 0x20E3;

    static final int OTHER = 0;
    static final int LOWER = 1;
    static final int UPPER = 2;
    static final int DIGIT = 3;

    private static final int NUMBERS = 1 << Character.OTHER_NUMBER | 1 << Character.LETTER_NUMBER;
    private static final int MARKS =
            1 << Character.NON_SPACING_MARK | 1 << Character.COMBINING_SPACING_MARK | 1 << Character.ENCLOSING_MARK;

    private Letters() {}

    /** Letters and numbers. U+02BC is a letter to Unicode; to a tweet it is an apostrophe. */
    static boolean isWordStart(int c) {
        if (c < 128) {
            return isAsciiLetterOrDigit(c);
        }
        return Character.isLetterOrDigit(c) && c != 'ʼ' || isOneOf(NUMBERS, c);
    }

    static boolean isWordPart(int c) {
        if (c < 128) {
            return isAsciiLetterOrDigit(c);
        }
        return isWordStart(c) || isMark(c) || isIgnorable(c);
    }

    static boolean isMark(int c) {
        return isOneOf(MARKS, c);
    }

    /** Invisible inside a word: soft hyphens, joiners, bidi marks, variations. A zero-width space does end a word. */
    static boolean isIgnorable(int c) {
        return Character.getType(c) == Character.FORMAT && c != ZERO_WIDTH_SPACE || c >= 0xFE00 && c <= EMOJI_STYLE;
    }

    static boolean isApostrophe(int c) {
        return c == '\'' || c == '’' || c == '‘' || c == '‛' || c == 'ʼ' || c == '＇';
    }

    static boolean isHyphen(int c) {
        return c == '-' || c == '‐' || c == '‑' || c == '﹣' || c == '－';
    }

    static boolean isMentionSign(int c) {
        return c == '@' || c == '＠';
    }

    static boolean isHashtagSign(int c) {
        return c == '#' || c == '＃';
    }

    static boolean isAmpersand(int c) {
        return c == '&' || c == '＆';
    }

    static boolean isHandlePart(int c) {
        return c == '_' || isAsciiLetterOrDigit(c);
    }

    static boolean isAsciiLetterOrDigit(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    static boolean isHashtagPart(int c) {
        return c == '_' || isWordPart(c);
    }

    /** Lower, upper, digit or other: what a camel-case hashtag is split by. */
    static int caseOf(int c) {
        if (Character.isLowerCase(c)) {
            return LOWER;
        }
        return Character.isUpperCase(c) ? UPPER : Character.isDigit(c) ? DIGIT : OTHER;
    }

    /** What an address goes on with, once it has begun. */
    static boolean isAddressPart(int c) {
        return c < 128 ? c > ' ' && c != '"' && c != '<' && c != '>' : isWordPart(c);
    }

    // --- emoji ---

    /** A pictograph by itself; others need {@link #EMOJI_STYLE} after them. */
    static boolean isPictograph(int c) {
        return c >= 0x1F000 && c <= 0x1FAFF && !isWordStart(c)
                || c >= 0x2600 && c <= 0x27BF && isSymbol(c)
                || c >= 0x2B05 && c <= 0x2B55 && isSymbol(c)
                || c >= 0x231A && c <= 0x23FF && isSymbol(c);
    }

    static boolean isKeycapBase(int c) {
        return c >= '0' && c <= '9' || c == '#' || c == '*';
    }

    static boolean isRegional(int c) {
        return c >= 0x1F1E6 && c <= 0x1F1FF;
    }

    /** Part of an emoji after its first code point, other than what a joiner joins. */
    static boolean isEmojiModifier(int c) {
        return isEmojiStyle(c) || c == KEYCAP || c >= 0xE0020 && c <= 0xE007F;
    }

    /** Says how an emoji looks and what skin it has; nothing about what it is. */
    static boolean isEmojiStyle(int c) {
        return c == EMOJI_STYLE || c == TEXT_STYLE || c >= 0x1F3FB && c <= 0x1F3FF;
    }

    private static boolean isSymbol(int c) {
        return Character.getType(c) == Character.OTHER_SYMBOL;
    }

    private static boolean isOneOf(int types, int c) {
        return (types >>> Character.getType(c) & 1) != 0;
    }
}
