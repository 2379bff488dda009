package dev.newera.tagging.text;

import java.util.Arrays;

/** What spellings mean, by kind and by their characters, in an open-addressing table over one pool of characters. */
final class Spellings {
    static final int UNKNOWN = -1;

    private static final int FIRST_SLOTS = 1 << 4;

    private char[] pool = new char[FIRST_SLOTS * 8];
    private int poolEnd;

    /** Number of an entry, plus one; 0 is a free slot. */
    private int[] slots = new int[FIRST_SLOTS];

    private int[] hashes = new int[FIRST_SLOTS];
    private int[] ends = new int[FIRST_SLOTS];
    private int[] meanings = new int[FIRST_SLOTS];
    private int size;

    int size() {
        return size;
    }

    /** All that are kept, one for each kind among them. */
    int characters() {
        return poolEnd;
    }

    int find(Token.Kind kind, char[] text, int start, int end) {
        int hash = hash(kind, text, start, end);
        int mask = slots.length - 1;
        for (int slot = hash & mask; slots[slot] != 0; slot = slot + 1 & mask) {
            int entry = slots[slot] - 1;
            if (hashes[entry] == hash && isAt(entry, kind, text, start, end)) {
                return meanings[entry];
            }
        }
        return UNKNOWN;
    }

    void add(Token.Kind kind, char[] text, int start, int end, int meaning) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            meanings = Arrays.copyOf(meanings, size * 2);
        }
        hashes[size] = hash(kind, text, start, end);
        meanings[size] = meaning;
        keep(kind, text, start, end);
        ends[size++] = poolEnd;
        if (size * 2 > slots.length) {
            slots = new int[slots.length * 2];
            for (int entry = 0; entry < size - 1; entry++) {
                place(entry);
            }
        }
        place(size - 1);
    }

    private void place(int entry) {
        int mask = slots.length - 1;
        int slot = hashes[entry] & mask;
        while (slots[slot] != 0) {
            slot = slot + 1 & mask;
        }
        slots[slot] = entry + 1;
    }

    private void keep(Token.Kind kind, char[] text, int start, int end) {
        int length = end - start + 1;
        if (poolEnd + length > pool.length) {
            pool = Arrays.copyOf(pool, Math.max(pool.length * 2, poolEnd + length));
        }
        pool[poolEnd] = (char) kind.ordinal();
        System.arraycopy(text, start, pool, poolEnd + 1, end - start);
        poolEnd += length;
    }

    private boolean isAt(int entry, Token.Kind kind, char[] text, int start, int end) {
        int from = entry == 0 ? 0 : ends[entry - 1];
        return pool[from] == kind.ordinal() && Arrays.equals(pool, from + 1, ends[entry], text, start, end);
    }

    private static int hash(Token.Kind kind, char[] text, int start, int end) {
        int hash = kind.ordinal();
        for (int i = start; i < end; i++) {
            hash = hash * 31 + text[i];
        }
        // Neighbouring emoji differ in their last bits only; spread them, and keep it positive.
        return (hash ^ hash >>> 15) * 0x2C1B3C6D >>> 1;
    }
}
