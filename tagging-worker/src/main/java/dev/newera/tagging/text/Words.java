package dev.newera.tagging.text;

import java.util.Arrays;

/**
 * Remembers what each spelling means: which symbols of the vocabulary it has. The first time that a spelling is seen it is
 * folded, stemmed and looked up; ever after it costs one probe of an open-addressing table, and allocates nothing. People use
 * the same few thousand words, so almost every token is remembered.
 *
 * <p>A spelling of up to {@value #PACKED} plain letters, digits and apostrophes is its own key: six bits each in two longs
 * ({@code head}, {@code tail}), so that a table finds it without a look at the characters. Any other is kept by
 * {@link Spellings}.
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

    private static final int FIRST_SLOTS = 1 << 9;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final Vocabulary vocabulary;
    private final Stems stems = new Stems();

    private long[] heads;
    private long[] tails;
    private int[] meanings;
    private int packed;
    private Spellings others;

    private int[] symbols;
    private int symbolsEnd;

    Words(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        forget();
    }

    /** To be called between texts, never within one: the meanings of a text's tokens hold until then. */
    void forgetIfMany() {
        if (packed + others.size() > MOST_WORDS) {
            forget();
        }
    }

    private void forget() {
        heads = new long[FIRST_SLOTS];
        tails = new long[FIRST_SLOTS];
        meanings = new int[FIRST_SLOTS];
        packed = 0;
        others = new Spellings();
        symbols = new int[FIRST_SLOTS];
        symbolsEnd = NOTHING + 1;
    }

    /** Where a meaning is written out: at the meaning stands the count of its symbols, and after it the symbols. */
    int[] symbols() {
        return symbols;
    }

    /** The meaning of a spelling that is its own key; its characters are looked at only if it is new. */
    int meaning(long head, long tail, Token.Kind kind, char[] text, int start, int end) {
        int slot = slot(head, tail);
        while (heads[slot] != 0) {
            if (heads[slot] == head && tails[slot] == tail) {
                return meanings[slot];
            }
            slot = slot + 1 & heads.length - 1;
        }
        int meaning = look(kind, text, start, end);
        put(head, tail, meaning);
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

    private int slot(long head, long tail) {
        return (int) ((head ^ tail * 31) * MIX >>> 32) & heads.length - 1;
    }

    private void put(long head, long tail, int meaning) {
        if (packed * 2 >= heads.length) {
            grow();
        }
        int slot = slot(head, tail);
        while (heads[slot] != 0) {
            slot = slot + 1 & heads.length - 1;
        }
        heads[slot] = head;
        tails[slot] = tail;
        meanings[slot] = meaning;
        packed++;
    }

    private void grow() {
        var oldHeads = heads;
        var oldTails = tails;
        var oldMeanings = meanings;
        heads = new long[oldHeads.length * 2];
        tails = new long[oldHeads.length * 2];
        meanings = new int[oldHeads.length * 2];
        packed = 0;
        for (int slot = 0; slot < oldHeads.length; slot++) {
            if (oldHeads[slot] != 0) {
                put(oldHeads[slot], oldTails[slot], oldMeanings[slot]);
            }
        }
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
