package dev.newera.tagging.text;

import java.util.Arrays;

/**
 * Remembers what each spelling means: which symbols of the vocabulary it has. The first time that a spelling is seen it is
 * folded, stemmed and looked up; ever after it costs one probe of a table, and allocates nothing. People use the same few
 * thousand words, so almost every token is remembered.
 *
 * <p>A spelling of up to {@value #PACKED} plain letters, digits and apostrophes is its own key: six bits each in two longs,
 * {@code head} and {@code tail}, so that it is found without a look at its characters.
 *
 * <p>Belongs to one scanner; not for use by several threads at once.
 */
final class Words {
    /** Most letters of a spelling that is its own key. */
    static final int PACKED = 20;

    /** What a spelling means of which no phrase knows anything. */
    static final int NOTHING = 0;

    /** A stream of ever new words makes the reading slow, not the memory big: then all is forgotten and learned again. */
    private static final int MOST_WORDS = 1 << 14;

    private static final int FIRST_SYMBOLS = 1 << 10;

    private final Vocabulary vocabulary;
    private final Stems stems = new Stems();

    private PackedWords shortWords;
    private PackedWords longWords;
    private Spellings others;

    private int[] symbols;
    private int symbolsEnd;

    Words(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        forget();
    }

    /** To be called between texts, never within one: the meanings of a text's tokens hold until then. */
    void forgetIfMany() {
        if (remembered() > MOST_WORDS) {
            forget();
        }
    }

    int remembered() {
        return shortWords.size() + longWords.size() + others.size();
    }

    private void forget() {
        shortWords = new PackedWords(false);
        longWords = new PackedWords(true);
        others = new Spellings();
        symbols = new int[FIRST_SYMBOLS];
        symbolsEnd = NOTHING + 1;
    }

    /** Where a meaning is written out: at the meaning stands the count of its symbols, and after it the symbols. */
    int[] symbols() {
        return symbols;
    }

    /** The meaning of a spelling that is its own key; its characters are looked at only if it is new. */
    int meaning(long head, long tail, Token.Kind kind, char[] text, int start, int end) {
        var table = tail == 0 ? shortWords : longWords;
        int meaning = table.find(head, tail);
        if (meaning == PackedWords.UNKNOWN) {
            meaning = look(kind, text, start, end);
            table.add(head, tail, meaning);
        }
        return meaning;
    }

    /** The meaning of any other spelling. */
    int meaning(Token.Kind kind, char[] text, int start, int end) {
        int meaning = others.find(kind, text, start, end);
        if (meaning == Spellings.UNKNOWN) {
            meaning = look(kind, text, start, end);
            others.add(kind, text, start, end, meaning);
        }
        return meaning;
    }

    private int look(Token.Kind kind, char[] text, int start, int end) {
        int meaning = symbolsEnd;
        append(0);
        vocabulary.symbols(kind, Forms.of(kind, new String(text, start, end - start)), stems, this::append);
        symbols[meaning] = symbolsEnd - meaning - 1;
        if (symbols[meaning] == 0) {
            symbolsEnd = meaning;
            return NOTHING;
        }
        return meaning;
    }

    private void append(int symbol) {
        if (symbolsEnd == symbols.length) {
            symbols = Arrays.copyOf(symbols, symbols.length * 2);
        }
        symbols[symbolsEnd++] = symbol;
    }
}
