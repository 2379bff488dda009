package dev.newera.tagging.text;

import java.util.Arrays;

/**
 * Remembers what each spelling means: which symbols of the vocabulary it has, and where in the automaton each of them leads. The
 * first time that a spelling is seen it is folded, stemmed and looked up; ever after it costs one probe of a table, and allocates
 * nothing. People use the same few thousand words, so almost every token is remembered.
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
    private static final int MOST_WORDS = 1 << 15;

    /** The same with words that are long: sixteen characters for each, more than words of any script take on average. */
    private static final int MOST_CHARACTERS = MOST_WORDS * 16;

    private static final int FIRST_MEANINGS = 1 << 6;

    /**
     * A meaning is written as what its symbols have together, their bits and what may come next, and then the record of the node
     * that each of them leads to. That of one symbol or two, as most have, is half a cache line, and begins where one begins or
     * halves.
     */
    private static final int HEAD = 2;

    private static final int ONWARD = 1;
    private static final int ALIGNMENT = 4;

    // What a meaning is known by is where it stands, and in the two bits that this leaves free: whether some phrase
    // ends with the word alone, whether some phrase goes on with a gap. Most words have neither.
    private static final int ENDS = 1;
    private static final int GOES_FAR = 2;
    private static final int MARKS = ENDS | GOES_FAR;

    /** The sign of a record: another one follows. */
    private static final long MORE = 1L << 63;

    private final Vocabulary vocabulary;
    private final Automaton automaton;
    private final Stems stems = new Stems();

    private PackedWords shortWords;
    private PackedWords longWords;
    private Spellings others;

    private long[] meanings;
    private int meaningsEnd;

    /** Where the records of the newest meaning end, and its marks. */
    private int recordsEnd;

    private int marks;

    Words(Vocabulary vocabulary, Automaton automaton) {
        this.vocabulary = vocabulary;
        this.automaton = automaton;
        forget();
    }

    /** To be called between texts, never within one: the meanings of a text's tokens hold until then. */
    void forgetIfMany() {
        if (remembered() > MOST_WORDS || characters() > MOST_CHARACTERS) {
            forget();
        }
    }

    int remembered() {
        return shortWords.size() + longWords.size() + others.size();
    }

    /** Those of the spellings that are not their own keys. */
    int characters() {
        return others.characters();
    }

    private void forget() {
        shortWords = new PackedWords(false);
        longWords = new PackedWords(true);
        others = new Spellings();
        meanings = new long[FIRST_MEANINGS];
        meaningsEnd = NOTHING + ALIGNMENT;
        recordsEnd = NOTHING;
    }

    /** What the meanings are written in; not to be kept while more is read. */
    long[] records() {
        return meanings;
    }

    /** Where the first record of a meaning stands. That of {@link #NOTHING} leads nowhere. */
    static int from(int meaning) {
        return (meaning & ~MARKS) + HEAD;
    }

    /** Whether more is to be done with the word than to see whether the next one goes on from there. */
    static boolean isMarked(int meaning) {
        return (meaning & MARKS) != 0;
    }

    /** Whether another record follows this one. */
    static boolean hasNext(long record) {
        return record < 0;
    }

    /** The {@link Automaton#bit}s of all symbols. */
    static long bits(long[] records, int meaning) {
        return records[meaning & ~MARKS];
    }

    /** The bits of what may come next, after any of the symbols. */
    static long onward(long[] records, int meaning) {
        return records[(meaning & ~MARKS) + ONWARD];
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
        int meaning = meaningsEnd;
        marks = 0;
        vocabulary.symbols(kind, Forms.of(kind, new String(text, start, end - start)), stems, s -> append(meaning, s));
        return meaningsEnd == meaning ? NOTHING : meaning | marks;
    }

    private void append(int meaning, int symbol) {
        boolean one = recordsEnd <= meaning;
        int record = one ? from(meaning) : recordsEnd;
        makeRoom(record + ALIGNMENT);
        if (!one) {
            meanings[record - 1] |= MORE;
        }
        meanings[record] = automaton.first(symbol);
        marks |= Automaton.phrases(meanings[record]) == Automaton.NO_PHRASES ? 0 : ENDS;
        marks |= Automaton.reach(meanings[record]) > 1 ? GOES_FAR : 0;
        meanings[meaning] |= Automaton.bit(symbol);
        meanings[meaning + ONWARD] |= automaton.onwardFromFirst(symbol);
        recordsEnd = record + 1;
        meaningsEnd = (recordsEnd + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private void makeRoom(int end) {
        if (end > meanings.length) {
            meanings = Arrays.copyOf(meanings, meanings.length * 2);
        }
    }
}
