package dev.newera.tagging.text;

/**
 * What spellings mean that are their own keys, in an open-addressing table. A spelling of ten letters has no {@code tail}, and
 * in a table of such an entry is a quarter of a cache line: the words of a chat then fit the second-level cache.
 */
final class PackedWords {
    static final int UNKNOWN = -1;

    private static final int FIRST_SLOTS = 1 << 4;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** Head, meaning and, if there are tails, tail and a gap. */
    private final int entrySize;

    private long[] table;
    private int shift;
    private int size;

    PackedWords(boolean tails) {
        entrySize = tails ? 4 : 2;
        clear(FIRST_SLOTS);
    }

    int size() {
        return size;
    }

    int find(long head, long tail) {
        int entry = entry(head, tail);
        while (table[entry] != 0) {
            if (table[entry] == head && (entrySize == 2 || table[entry + 2] == tail)) {
                return (int) table[entry + 1];
            }
            entry = entry + entrySize & table.length - 1;
        }
        return UNKNOWN;
    }

    void add(long head, long tail, int meaning) {
        if (size * entrySize * 2 >= table.length) {
            grow();
        }
        int entry = entry(head, tail);
        while (table[entry] != 0) {
            entry = entry + entrySize & table.length - 1;
        }
        table[entry] = head;
        table[entry + 1] = meaning;
        if (entrySize > 2) {
            table[entry + 2] = tail;
        }
        size++;
    }

    /** By the topmost bits: only they depend on every letter. */
    private int entry(long head, long tail) {
        return (int) ((head ^ tail * 31) * MIX >>> shift) * entrySize;
    }

    private void grow() {
        var old = table;
        clear(old.length / entrySize * 2);
        for (int entry = 0; entry < old.length; entry += entrySize) {
            if (old[entry] != 0) {
                add(old[entry], entrySize > 2 ? old[entry + 2] : 0, (int) old[entry + 1]);
            }
        }
    }

    private void clear(int slots) {
        table = new long[slots * entrySize];
        shift = Long.SIZE - Integer.numberOfTrailingZeros(slots);
        size = 0;
    }
}
