package dev.newera.tagging.text;

import java.util.Arrays;

/**
 * Reads a text into tokens, again and again into the same arrays: kinds, positions, offsets and meanings, nothing else. Plain
 * words take the short way, a table look-up for each character; whatever is beyond ASCII is looked at code point by code point.
 *
 * <p>The tokens of one text stand in the order of their ends; at one end a word, then its compound, then its hashtag.
 */
final class Reader {
    /** So far a mention or an address moves the positions on: more than any gap can reach. */
    static final int BREAK = Phrase.WIDEST_GAP + 1;

    /** So many characters past the end may be looked at: spaces. */
    private static final int BEYOND_END = 4;

    /** What an ASCII character is to a plain word: above 0 its six bits in a packed spelling, else one of the below. */
    private static final byte[] CODES = new byte[128];

    private static final int FIRST_DIGIT = 27;
    private static final int APOSTROPHE = 37;
    private static final int HASH = 38;
    private static final int POINT = 39;
    private static final int SKIP = 0;
    private static final int END = -1;
    private static final int SIGN = -2;
    private static final int JOINT = -3;
    private static final int SPELLED_OUT = -4;

    private static final int TOKEN = 8;
    private static final int KIND = 0;
    private static final int MEANING = 1;
    private static final int POSITION = 2;
    private static final int START = 3;
    private static final int STOP = 4;
    private static final int START_POINT = 5;
    private static final int END_POINT = 6;

    private static final Token.Kind[] KINDS = Token.Kind.values();
    private static final int EMOJI = Token.Kind.EMOJI.ordinal();
    private static final long AND;
    private static final long RETWEET;

    static {
        Arrays.fill(CODES, (byte) END);
        for (char c = 'a'; c <= 'z'; c++) {
            CODES[c] = (byte) (c - 'a' + 1);
            CODES[c - 'a' + 'A'] = CODES[c];
        }
        for (char c = '0'; c <= '9'; c++) {
            CODES[c] = (byte) (FIRST_DIGIT + c - '0');
        }
        CODES['\''] = CODES[','] = CODES['.'] = JOINT;
        CODES['#'] = CODES['@'] = CODES['&'] = CODES['*'] = SIGN;
        AND = (CODES['a'] << 6 | CODES['n']) << 6 | CODES['d'];
        RETWEET = CODES['r'] << 6 | CODES['t'];
    }

    private final Words words;

    private char[] text = {};
    private int length;
    private int position;
    private int surrogatePairs;
    private int noAddressBefore;
    private long looks;

    /** The tokens, {@value #TOKEN} numbers each: one array is one bounds check and one cache line for each. */
    private int[] tokens = {};

    private int size;

    private long head;
    private long tail;

    Reader(Words words) {
        this.words = words;
    }

    /** Reads the text; what was read before is gone. Answers the number of tokens. */
    int read(String text) {
        words.forgetIfMany();
        load(text);
        int at = 0;
        while (at < length) {
            at = next(at);
        }
        return size;
    }

    Token.Kind kind(int token) {
        return KINDS[tokens[token * TOKEN + KIND]];
    }

    /** Whether the token has a position of its own: a word or an emoji. */
    boolean isWord(int token) {
        return tokens[token * TOKEN + KIND] <= EMOJI;
    }

    int position(int token) {
        return tokens[token * TOKEN + POSITION];
    }

    int meaning(int token) {
        return tokens[token * TOKEN + MEANING];
    }

    /** In {@code char}s. */
    int start(int token) {
        return tokens[token * TOKEN + START];
    }

    /** In {@code char}s. */
    int end(int token) {
        return tokens[token * TOKEN + STOP];
    }

    /** In code points. */
    int startPoint(int token) {
        return tokens[token * TOKEN + START_POINT];
    }

    /** In code points. */
    int endPoint(int token) {
        return tokens[token * TOKEN + END_POINT];
    }

    /** Characters looked at ahead of their turn, since this reader was made. */
    long looks() {
        return looks;
    }

    private void load(String text) {
        length = text.length();
        if (length + BEYOND_END > this.text.length) {
            makeRoom(length * 2 + BEYOND_END);
        }
        text.getChars(0, length, this.text, 0);
        Arrays.fill(this.text, length, length + BEYOND_END, ' ');
        position = 0;
        surrogatePairs = 0;
        noAddressBefore = 0;
        size = 0;
    }

    /** "#a1" has the most tokens for its length, two words, a compound and a hashtag: fewer than two for a character. */
    private void makeRoom(int characters) {
        text = new char[characters];
        tokens = new int[characters * 2 * TOKEN];
    }

    private int next(int at) {
        char c = text[at];
        if (c >= 128) {
            return beyondAscii(at);
        }
        int code = CODES[c];
        if (code > 0) {
            return code >= FIRST_DIGIT && isEmoji(at, c) ? emoji(at) : chain(at);
        }
        return code == SIGN ? sign(at, c) : at + 1;
    }

    private int beyondAscii(int at) {
        int c = pointAt(at);
        return Letters.isWordStart(c) && !isEmoji(at, c) ? chain(at) : sign(at, c);
    }

    private int sign(int at, int c) {
        if (isMention(at)) {
            position += BREAK;
            return afterHandle(at + 1);
        }
        if (Letters.isHashtagSign(c) && isHashtag(at)) {
            return hashtag(at);
        }
        if (Letters.isAmpersand(c)) {
            return ampersand(at);
        }
        return isEmoji(at, c) ? emoji(at) : pass(at);
    }

    // --- code points ---

    /** The code point here; a lone surrogate is one too; a space beyond the end. */
    private int pointAt(int at) {
        return Character.codePointAt(text, at, Math.max(length, at + 1));
    }

    private int pointBefore(int at) {
        return at == 0 ? ' ' : Character.codePointBefore(text, at);
    }

    private int after(int at) {
        return at + Character.charCount(pointAt(at));
    }

    /** Leaves one code point behind. */
    private int pass(int at) {
        int next = after(at);
        surrogatePairs += next - at - 1;
        return next;
    }

    // --- what is not a word ---

    private boolean isMention(int at) {
        return Letters.isMentionSign(text[at]) && Letters.isHandlePart(text[at + 1]);
    }

    private int afterHandle(int at) {
        while (Letters.isHandlePart(text[at])) {
            at++;
        }
        return at;
    }

    /** Whether what looked like a word is the beginning of an address. */
    private boolean isAddress(int start) {
        if (Letters.isWordPart(pointBefore(start))) {
            return false;
        }
        return startsWith("http://", start)
                || startsWith("https://", start)
                || startsWith("www.", start)
                || isBareAddress(start);
    }

    /** {@code bit.ly/x}, {@code pic.twitter.com/x}: letters, digits and hyphens with points between, then a slash. */
    private boolean isBareAddress(int start) {
        // What failed for the whole run fails for its later words; to look again for each would be quadratic.
        if (start < noAddressBefore) {
            return false;
        }
        boolean points = false;
        int i = start;
        while (Letters.isAsciiLetterOrDigit(text[i]) || text[i] == '.' || text[i] == '-') {
            points |= text[i] == '.';
            i++;
            looks++;
        }
        noAddressBefore = i;
        return points && text[i] == '/' && Character.isLetter(text[i - 1]);
    }

    private int address(int at) {
        position += BREAK;
        while (Letters.isAddressPart(pointAt(at))) {
            at = pass(at);
        }
        return at;
    }

    private boolean startsWith(String ascii, int at) {
        for (int i = 0; i < ascii.length(); i++) {
            if (Character.toLowerCase(text[at + i]) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int ampersand(int at) {
        if (startsWith("&lt;", at) || startsWith("&gt;", at)) {
            return at + 4;
        }
        int end = startsWith("&amp;", at) ? at + 5 : at + 1;
        int meaning = words.meaning(AND, 0, Token.Kind.WORD, text, at, end);
        add(Token.Kind.WORD, meaning, position++, at, at - surrogatePairs, end, end - surrogatePairs);
        return end;
    }

    // --- emoji ---

    private boolean isEmoji(int at, int c) {
        if (c < 128) {
            return (text[at + 1] == Letters.EMOJI_STYLE || text[at + 1] == Letters.KEYCAP) && Letters.isKeycapBase(c);
        }
        return Letters.isPictograph(c) || isFlag(at) || text[after(at)] == Letters.EMOJI_STYLE;
    }

    private boolean isFlag(int at) {
        return Letters.isRegional(pointAt(at)) && Letters.isRegional(pointAt(after(at)));
    }

    private int emoji(int start) {
        int startPoint = start - surrogatePairs;
        int at = modifiers(isFlag(start) ? pass(pass(start)) : pass(start));
        while (text[at] == Letters.ZWJ && isJoined(at + 1)) {
            at = modifiers(pass(at + 1));
        }
        int meaning = words.meaning(Token.Kind.EMOJI, text, start, at);
        add(Token.Kind.EMOJI, meaning, position++, start, startPoint, at, at - surrogatePairs);
        return at;
    }

    private boolean isJoined(int at) {
        return Letters.isPictograph(pointAt(at)) || text[after(at)] == Letters.EMOJI_STYLE;
    }

    private int modifiers(int at) {
        while (Letters.isEmojiModifier(pointAt(at))) {
            at = pass(at);
        }
        return at;
    }

    // --- words ---

    /** A word, or more with hyphens between. */
    private int chain(int start) {
        int first = size;
        int firstPosition = position;
        int pairs = surrogatePairs;
        int at = word(start);
        if (isAddressJoint(text[at]) && isAddress(start)) {
            size = first;
            position = firstPosition;
            surrogatePairs = pairs;
            return address(start);
        }
        while (Letters.isHyphen(text[at]) && Letters.isWordStart(pointAt(at + 1))) {
            at = word(at + 1);
        }
        if (size > first + 1) {
            compound(first, firstPosition);
        }
        return at;
    }

    private static boolean isAddressJoint(char c) {
        return c == '.' || c == '-' || c == '/' || c == ':';
    }

    /**
     * The hot loop. It packs while it looks for the end: a second pass over the letters took a fifth longer.
     */
    private int word(int start) {
        long head = 0;
        long tail = 0;
        int letters = 0;
        int at = start;
        int code;
        while ((code = code(at)) >= SKIP) {
            if (code != SKIP) {
                if (letters++ < Words.PACKED / 2) {
                    head = head << 6 | code;
                } else {
                    tail = tail << 6 | code;
                }
            }
            at++;
        }
        if (code == SPELLED_OUT || letters > Words.PACKED) {
            return spelledOut(start);
        }
        if (head != RETWEET || !isBeforeMention(at)) {
            int meaning = words.meaning(head, tail, Token.Kind.WORD, text, start, at);
            add(Token.Kind.WORD, meaning, position++, start, start - surrogatePairs, at, at - surrogatePairs);
        }
        return at;
    }

    private int code(int at) {
        char c = text[at];
        int code = c < 128 ? CODES[c] : JOINT;
        return code == JOINT ? joint(at, c) : code;
    }

    /** What an apostrophe, a point, a comma or anything beyond ASCII is to the plain word before it. */
    private int joint(int at, char c) {
        if (isInside(at, c)) {
            return c == ',' ? SKIP : c == '.' ? POINT : APOSTROPHE;
        }
        return c >= 128 && Letters.isWordPart(pointAt(at)) ? SPELLED_OUT : END;
    }

    /** Whether an apostrophe has letters around it, or a point or comma digits. */
    private boolean isInside(int at, int c) {
        if (c == ',' || c == '.') {
            return Character.isDigit(pointBefore(at)) && Character.isDigit(pointAt(at + 1));
        }
        return Letters.isApostrophe(c) && Letters.isWordPart(pointBefore(at)) && Letters.isWordStart(pointAt(at + 1));
    }

    /** A word that is not plain: of any script, with marks, or very long. */
    private int spelledOut(int start) {
        int startPoint = start - surrogatePairs;
        int at = pass(start);
        int end = at;
        int endPoint = at - surrogatePairs;
        for (int c = pointAt(at); Letters.isWordPart(c) || isInside(at, c); c = pointAt(at)) {
            at = pass(at);
            if (!Letters.isIgnorable(c)) {
                end = at;
                endPoint = at - surrogatePairs;
            }
        }
        if (end != start + 2 || !startsWith("rt", start) || !isBeforeMention(at)) {
            int meaning = words.meaning(Token.Kind.WORD, text, start, end);
            add(Token.Kind.WORD, meaning, position++, start, startPoint, end, endPoint);
        }
        return at;
    }

    /** "RT" before a mention is Twitter's, not the author's. */
    private boolean isBeforeMention(int at) {
        while (text[at] == ' ' && at < length) {
            at++;
            looks++;
        }
        return isMention(at);
    }

    // --- words that are made of words ---

    /** The words from the first one on, as one. */
    private void compound(int first, int firstPosition) {
        int start = start(first);
        int end = end(size - 1);
        int meaning = whole(Token.Kind.COMPOUND, start, end);
        add(Token.Kind.COMPOUND, meaning, firstPosition, start, startPoint(first), end, endPoint(size - 1));
    }

    private boolean isHashtag(int at) {
        int before = pointBefore(at);
        if (before == '&' || Letters.isWordPart(before)) {
            return false;
        }
        int i = at + 1;
        while (Letters.isHashtagPart(pointAt(i)) && !Character.isLetter(pointAt(i))) {
            i = after(i);
            looks++;
        }
        return Letters.isHashtagPart(pointAt(i)) && Character.isLetter(pointAt(i));
    }

    private int hashtag(int start) {
        int first = size;
        int firstPosition = position;
        int startPoint = start - surrogatePairs;
        int at = start + 1;
        for (int c = pointAt(at); Letters.isHashtagPart(c); c = pointAt(at)) {
            at = Letters.isWordStart(c) ? hashtagWord(at) : pass(at);
        }
        int end = end(size - 1);
        int endPoint = endPoint(size - 1);
        if (size > first + 1) {
            compound(first, firstPosition);
        }
        int meaning = whole(Token.Kind.HASHTAG, start, end);
        add(Token.Kind.HASHTAG, meaning, firstPosition, start, startPoint, end, endPoint);
        return at;
    }

    private int hashtagWord(int start) {
        int startPoint = start - surrogatePairs;
        int before = Letters.caseOf(pointAt(start));
        int at = pass(start);
        int end = at;
        int endPoint = at - surrogatePairs;
        for (int c = pointAt(at); c != '_' && Letters.isHashtagPart(c) && !isSeam(before, at, c); c = pointAt(at)) {
            at = pass(at);
            if (!Letters.isIgnorable(c)) {
                end = at;
                endPoint = at - surrogatePairs;
            }
            before = Letters.isWordStart(c) ? Letters.caseOf(c) : before;
        }
        int meaning = whole(Token.Kind.WORD, start, end);
        add(Token.Kind.WORD, meaning, position++, start, startPoint, end, endPoint);
        return at;
    }

    /** frontline|First, NHS|Change, NHS|70, 30|days. */
    private boolean isSeam(int before, int at, int c) {
        if (!Letters.isWordStart(c)) {
            return false;
        }
        int here = Letters.caseOf(c);
        if ((before == Letters.DIGIT) != (here == Letters.DIGIT)) {
            return true;
        }
        return here == Letters.UPPER
                && (before != Letters.UPPER || Letters.caseOf(pointAt(after(at))) == Letters.LOWER);
    }

    private int whole(Token.Kind kind, int start, int end) {
        return pack(start, end)
                ? words.meaning(head, tail, kind, text, start, end)
                : words.meaning(kind, text, start, end);
    }

    /** Packs as {@link #word} does, a hashtag's sign too, and leaves out what joins words. */
    private boolean pack(int start, int end) {
        head = 0;
        tail = 0;
        int letters = 0;
        for (int at = start; at < end; at++) {
            int code = wholeCode(text[at]);
            if (code == SPELLED_OUT) {
                return false;
            }
            if (code != SKIP) {
                if (letters++ < Words.PACKED / 2) {
                    head = head << 6 | code;
                } else {
                    tail = tail << 6 | code;
                }
            }
        }
        return letters <= Words.PACKED;
    }

    private static int wholeCode(char c) {
        return switch (c) {
            case '-', '_', ',' -> SKIP;
            case '\'' -> APOSTROPHE;
            case '.' -> POINT;
            case '#' -> HASH;
            default -> c < 128 && CODES[c] > 0 ? CODES[c] : SPELLED_OUT;
        };
    }

    private void add(Token.Kind kind, int meaning, int position, int start, int startPoint, int end, int endPoint) {
        int at = size++ * TOKEN;
        tokens[at + KIND] = kind.ordinal();
        tokens[at + MEANING] = meaning;
        tokens[at + POSITION] = position;
        tokens[at + START] = start;
        tokens[at + STOP] = end;
        tokens[at + START_POINT] = startPoint;
        tokens[at + END_POINT] = endPoint;
    }
}
