package dev.newera.tagging.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * The rules of tokens, written to be read and believed: an array of code points, one rule after another. What
 * {@link Reader} answers must be the same.
 */
final class NaiveTokens {
    private final Stems stems = new Stems();
    private final List<Token> tokens = new ArrayList<>();
    private final int[] text;
    private int position;
    private int at;

    private NaiveTokens(String text) {
        this.text = text.codePoints().toArray();
    }

    static List<Token> of(String text) {
        var reading = new NaiveTokens(text);
        while (reading.at < reading.text.length) {
            reading.next();
        }
        return reading.tokens;
    }

    private void next() {
        int c = here(0);
        if (isAddress()) {
            skip(Letters::isAddressPart);
            position += Phrase.WIDEST_GAP + 1;
        } else if (Letters.isMentionSign(c) && Letters.isHandlePart(here(1))) {
            at++;
            skip(Letters::isHandlePart);
            position += Phrase.WIDEST_GAP + 1;
        } else if (Letters.isHashtagSign(c) && isHashtag()) {
            hashtag();
        } else if (Letters.isAmpersand(c)) {
            ampersand();
        } else if (isEmoji()) {
            emoji();
        } else if (Letters.isWordStart(c)) {
            words();
        } else {
            at++;
        }
    }

    private int here(int ahead) {
        return at(at + ahead);
    }

    private int at(int i) {
        return i >= 0 && i < text.length ? text[i] : ' ';
    }

    private void skip(IntPredicate part) {
        while (part.test(here(0))) {
            at++;
        }
    }

    private String raw(int start, int end) {
        return new String(text, start, end - start);
    }

    private boolean startsHere(String ascii) {
        return raw(at, Math.min(at + ascii.length(), text.length)).equalsIgnoreCase(ascii);
    }

    private void add(Token.Kind kind, int position, int start, int end) {
        var form = Forms.of(kind, raw(start, end));
        tokens.add(new Token(kind, form, stems.of(kind, form), position, start, end));
    }

    // --- what is not a word ---

    private boolean isAddress() {
        if (Letters.isWordPart(here(-1))) {
            return false;
        }
        if (startsHere("http://") || startsHere("https://") || startsHere("www.")) {
            return true;
        }
        int end = at;
        while (Letters.isAsciiLetterOrDigit(at(end)) || end > at && (at(end) == '.' || at(end) == '-')) {
            end++;
        }
        return at(end) == '/' && raw(at, end).matches(".*\\..*[A-Za-z]");
    }

    private void ampersand() {
        int start = at;
        if (startsHere("&lt;") || startsHere("&gt;")) {
            at += 4;
            return;
        }
        at += startsHere("&amp;") ? 5 : 1;
        add(Token.Kind.WORD, position++, start, at);
    }

    // --- emoji ---

    private boolean isEmoji() {
        int c = here(0);
        return Letters.isPictograph(c)
                || Letters.isRegional(c) && Letters.isRegional(here(1))
                || c >= 128 && here(1) == Letters.EMOJI_STYLE
                || Letters.isKeycapBase(c) && (here(1) == Letters.EMOJI_STYLE || here(1) == Letters.KEYCAP);
    }

    private void emoji() {
        int start = at;
        at += Letters.isRegional(here(0)) && Letters.isRegional(here(1)) ? 2 : 1;
        skip(Letters::isEmojiModifier);
        while (here(0) == Letters.ZWJ && (Letters.isPictograph(here(1)) || here(2) == Letters.EMOJI_STYLE)) {
            at += 2;
            skip(Letters::isEmojiModifier);
        }
        add(Token.Kind.EMOJI, position++, start, at);
    }

    // --- words ---

    private void words() {
        int first = tokens.size();
        int firstPosition = position;
        word();
        while (Letters.isHyphen(here(0)) && Letters.isWordStart(here(1))) {
            at++;
            word();
        }
        compound(first, firstPosition);
    }

    private void word() {
        int start = at;
        skip(c -> Letters.isWordPart(c) || isInside(c));
        int end = visibleEnd(start, at);
        if (!raw(start, end).equalsIgnoreCase("rt") || !isBeforeMention()) {
            add(Token.Kind.WORD, position++, start, end);
        }
    }

    private boolean isInside(int c) {
        if (c == ',' || c == '.') {
            return Character.isDigit(here(-1)) && Character.isDigit(here(1));
        }
        return Letters.isApostrophe(c) && Letters.isWordPart(here(-1)) && Letters.isWordStart(here(1));
    }

    private int visibleEnd(int start, int end) {
        while (end > start + 1 && Letters.isIgnorable(text[end - 1])) {
            end--;
        }
        return end;
    }

    private boolean isBeforeMention() {
        int i = at;
        while (i < text.length && text[i] == ' ') {
            i++;
        }
        return Letters.isMentionSign(at(i)) && Letters.isHandlePart(at(i + 1));
    }

    private void compound(int first, int firstPosition) {
        int last = tokens.size() - 1;
        if (last > first) {
            add(
                    Token.Kind.COMPOUND,
                    firstPosition,
                    tokens.get(first).start(),
                    tokens.get(last).end());
        }
    }

    // --- hashtags ---

    private boolean isHashtag() {
        if (Letters.isWordPart(here(-1)) || here(-1) == '&') {
            return false;
        }
        int end = at + 1;
        while (Letters.isHashtagPart(at(end))) {
            end++;
        }
        return raw(at + 1, end).codePoints().anyMatch(Character::isLetter);
    }

    private void hashtag() {
        int start = at++;
        int first = tokens.size();
        int firstPosition = position;
        while (Letters.isHashtagPart(here(0))) {
            if (Letters.isWordStart(here(0))) {
                hashtagWord();
            } else {
                at++;
            }
        }
        int end = tokens.get(tokens.size() - 1).end();
        compound(first, firstPosition);
        add(Token.Kind.HASHTAG, firstPosition, start, end);
    }

    private void hashtagWord() {
        int start = at++;
        while (here(0) != '_' && Letters.isHashtagPart(here(0)) && !isSeam(start)) {
            at++;
        }
        add(Token.Kind.WORD, position++, start, visibleEnd(start, at));
    }

    private boolean isSeam(int start) {
        if (!Letters.isWordStart(here(0))) {
            return false;
        }
        int before = at - 1;
        while (before > start && !Letters.isWordStart(text[before])) {
            before--;
        }
        boolean wasUpper = Character.isUpperCase(text[before]);
        return Character.isDigit(text[before]) != Character.isDigit(here(0))
                || Character.isUpperCase(here(0)) && (!wasUpper || Character.isLowerCase(here(1)));
    }

    /** A token for a failure's message. */
    static String show(List<Token> tokens) {
        return tokens.stream().map(Token::toString).collect(Collectors.joining("\n"));
    }
}
