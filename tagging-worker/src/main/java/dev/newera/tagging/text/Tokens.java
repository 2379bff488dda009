package dev.newera.tagging.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Reads a text into the tokens that phrases can hit. Written to be read: the {@link Matcher} does the same without making
 * anything.
 */
public final class Tokens {
    /** More than any gap can reach. */
    static final int BREAK = Phrase.WIDEST_GAP + 1;

    private final Stems stems = new Stems();
    private final List<Token> tokens = new ArrayList<>();
    private final int[] text;
    private int position;
    private int at;

    private Tokens(String text) {
        this.text = text.codePoints().toArray();
    }

    /** The tokens of the text, in the order of their ends; at one end a word, then its compound, then its hashtag. */
    public static List<Token> of(String text) {
        var reading = new Tokens(text);
        while (reading.at < reading.text.length) {
            reading.next();
        }
        return reading.tokens;
    }

    private void next() {
        int c = text[at];
        if (isUrl()) {
            skip(x -> x >= 128 ? Letters.isWordPart(x) : x > ' ' && x != '"' && x != '<' && x != '>');
            position += BREAK;
        } else if ((c == '@' || c == '＠') && Letters.isHandlePart(peek(1))) {
            at++;
            skip(Letters::isHandlePart);
            position += BREAK;
        } else if ((c == '#' || c == '＃') && isHashtag()) {
            hashtag();
        } else if (c == '&' || c == '＆') {
            ampersand();
        } else if (isEmoji()) {
            emoji();
        } else if (Letters.isWordStart(c)) {
            words();
        } else {
            at++;
        }
    }

    private int peek(int ahead) {
        return at + ahead >= 0 && at + ahead < text.length ? text[at + ahead] : ' ';
    }

    private void skip(IntPredicate part) {
        while (at < text.length && part.test(text[at])) {
            at++;
        }
    }

    private boolean startsHere(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            if (Character.toLowerCase(peek(i)) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    // --- what is not a word ---

    private boolean isUrl() {
        if (Letters.isWordPart(peek(-1))) {
            return false;
        }
        return startsHere("http://") || startsHere("https://") || startsHere("www.") || isBareAddress();
    }

    /** {@code bit.ly/x}, {@code pic.twitter.com/x}: letters, digits and hyphens with dots between, then a slash. */
    private boolean isBareAddress() {
        int i = 0;
        boolean dot = false;
        while (peek(i) < 128 && (Character.isLetterOrDigit(peek(i)) || i > 0 && (peek(i) == '.' || peek(i) == '-'))) {
            dot |= peek(i) == '.';
            i++;
        }
        return dot && peek(i) == '/' && Character.isLetter(peek(i - 1));
    }

    private void ampersand() {
        int start = at;
        int end = startsHere("&amp;") ? at + 5 : at + 1;
        if (startsHere("&lt;") || startsHere("&gt;")) {
            at += 4;
            return;
        }
        at = end;
        add(Token.Kind.WORD, "and", "and", position++, start, end);
    }

    // --- emoji ---

    private boolean isEmoji() {
        int c = text[at];
        return Letters.isPictograph(c)
                || Letters.isRegional(c) && Letters.isRegional(peek(1))
                || c > ' ' && peek(1) == Letters.EMOJI_STYLE
                || isKeycapBase(c) && peek(1) == Letters.KEYCAP;
    }

    private static boolean isKeycapBase(int c) {
        return c >= '0' && c <= '9' || c == '#' || c == '*';
    }

    private void emoji() {
        int start = at;
        at += Letters.isRegional(text[at]) ? 2 : 1;
        skip(Letters::isEmojiModifier);
        while (peek(0) == Letters.ZWJ && (Letters.isPictograph(peek(1)) || peek(2) == Letters.EMOJI_STYLE)) {
            at += 2;
            skip(Letters::isEmojiModifier);
        }
        var form = new StringBuilder();
        for (int i = start; i < at; i++) {
            if (!Letters.isEmojiStyle(text[i]) || i == start) {
                form.appendCodePoint(text[i]);
            }
        }
        add(Token.Kind.EMOJI, form.toString(), form.toString(), position++, start, at);
    }

    // --- words ---

    private void words() {
        int start = at;
        int first = position;
        word();
        while (Letters.isHyphen(peek(0)) && Letters.isWordStart(peek(1))) {
            at++;
            word();
        }
        if (position > first + 1) {
            compound(start, first);
        }
    }

    private void word() {
        int start = at;
        while (at < text.length && continuesWord()) {
            at++;
        }
        int end = visibleEnd(start);
        if (!isRetweetMark(start, end)) {
            word(start, end);
        }
    }

    private boolean continuesWord() {
        int c = text[at];
        if (Letters.isWordPart(c)) {
            return true;
        }
        boolean between = Letters.isWordPart(peek(-1)) && Letters.isWordStart(peek(1));
        return between && Letters.isApostrophe(c)
                || between && (c == ',' || c == '.') && isDigit(peek(-1)) && isDigit(peek(1));
    }

    private static boolean isDigit(int c) {
        return Character.isDigit(c);
    }

    private int visibleEnd(int start) {
        int end = at;
        while (end > start + 1 && Letters.isIgnorable(text[end - 1])) {
            end--;
        }
        return end;
    }

    private void word(int start, int end) {
        var form = Folding.fold(new String(text, start, end - start)).replace(",", "");
        add(Token.Kind.WORD, form, stems.of(form), position++, start, end);
    }

    /** "RT" before a mention is Twitter's, not the author's. */
    private boolean isRetweetMark(int start, int end) {
        if (end - start != 2
                || Character.toLowerCase(text[start]) != 'r'
                || Character.toLowerCase(text[start + 1]) != 't') {
            return false;
        }
        int i = 0;
        while (peek(i) == ' ') {
            i++;
        }
        return (peek(i) == '@' || peek(i) == '＠') && Letters.isHandlePart(peek(i + 1));
    }

    private void compound(int start, int first) {
        var form = new StringBuilder();
        int end = start;
        for (var token : tokens.subList(tokens.size() - (position - first), tokens.size())) {
            form.append(token.form());
            end = token.end();
        }
        add(Token.Kind.COMPOUND, form.toString(), stems.of(form.toString()), first, start, end);
    }

    // --- hashtags ---

    private boolean isHashtag() {
        if (Letters.isWordPart(peek(-1)) || peek(-1) == '&') {
            return false;
        }
        for (int i = 1; isTagPart(peek(i)); i++) {
            if (Character.isLetter(peek(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTagPart(int c) {
        return c == '_' || Letters.isWordPart(c);
    }

    private void hashtag() {
        int start = at++;
        int first = position;
        int body = at;
        skip(Tokens::isTagPart);
        int end = visibleEnd(body);
        while (body < end) {
            body = tagWord(body, end);
        }
        if (position > first + 1) {
            compound(start + 1, first);
        }
        var form =
                "#" + Folding.fold(new String(text, start + 1, end - start - 1)).replace("_", "");
        add(Token.Kind.HASHTAG, form, form, first, start, end);
    }

    /** One word of a hashtag; where the next may start. */
    private int tagWord(int start, int end) {
        if (!Letters.isWordStart(text[start])) {
            return start + 1;
        }
        int i = start + 1;
        while (i < end && text[i] != '_' && !isTagSeam(start, i, end)) {
            i++;
        }
        word(start, i);
        return i;
    }

    /** frontline|First, NHS|Change, NHS|70, 30|days. */
    private boolean isTagSeam(int start, int i, int end) {
        int before = seen(i - 1, start);
        int c = text[i];
        if (isDigit(before) != isDigit(c) && Letters.isWordStart(c)) {
            return true;
        }
        return Character.isUpperCase(c)
                && (!Character.isUpperCase(before) || i + 1 < end && Character.isLowerCase(text[i + 1]));
    }

    private int seen(int i, int start) {
        while (i > start && (Letters.isMark(text[i]) || Letters.isIgnorable(text[i]))) {
            i--;
        }
        return text[i];
    }

    private void add(Token.Kind kind, String form, String stem, int position, int start, int end) {
        tokens.add(new Token(kind, form, stem, position, start, end));
    }
}
