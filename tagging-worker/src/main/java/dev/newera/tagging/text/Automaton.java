package dev.newera.tagging.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All phrases as one trie over symbols. A node is a way that some phrases begin; an edge says "this symbol, at most so many
 * positions on". In a trie just one edge leads to a node, so the edge's slot in the hash table gives the node its number, and what
 * there is to know of the node stands beside the edge's key: to find the way is to have arrived.
 *
 * <p>The first symbol of a phrase needs no edge: it leads to the root's child of its own number, whose record goes with the
 * words that have the symbol (see {@link Words}). Immutable; what moves over it is a {@link Scanner}.
 *
 * <p>All of it is kept small. A tweet touches it in some dozen places that nobody can foresee, and whether these lie in the
 * second-level cache or beyond is most of what a scan costs.
 */
final class Automaton {
    static final int NOWHERE = -1;

    /** Of a node that no phrase ends at. */
    static final int NO_PHRASES = 0;

    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** Longs of a slot: an edge's key, and the record of the node that it leads to. */
    private static final int SLOT = 2;

    /** Of 10 slots 7 are taken. */
    private static final int SLOTS_FOR_SEVEN = 10;

    // A record is one long: the node's phrases (31 bits), and in the root's children the symbol (24) or in others the
    // edge's width (8), at last the most positions that some phrase goes on after (8).
    private static final int PHRASES_SHIFT = 32;
    private static final int LABEL_SHIFT = 8;
    private static final int LABEL_MASK = 0xFFFFFF;
    private static final int REACH_MASK = 0xFF;

    /** The sign of a root's child's record is free, for {@link Words}; that of another's says that the edge has a twin. */
    private static final long TWIN = 1L << 63;

    // Marks of a phrase's number: it is the last of several that end at a node; it is the only one, and stands in the
    // record itself, for most nodes have one at most, and a list would be one more place to look at; it can be said in
    // many ways.
    private static final int LAST = 1 << 31;
    private static final int ONLY = 1 << 30;
    private static final int MANY_WAYS = 1 << 29;
    private static final int PHRASE_MASK = MANY_WAYS - 1;

    private final int symbols;

    /** The phrases of nodes where several end, node by node; none stands at 0. */
    private final int[] ends;

    /** The records of the root's children, by symbol, and what leads on from them. */
    private final long[] first;

    private final long[] firstOnward;

    /** The edges by node and symbol, in an open-addressing table, and what leads on from where they lead. */
    private final long[] edges;

    private final long[] onward;

    /** A bit for each edge, many times as many bits as edges: small enough to stay in the first-level cache. */
    private final long[] filter;

    private final int filterShift;

    private Automaton(Builder trie, int symbols) {
        this.symbols = symbols;
        int slots = trie.edges * SLOTS_FOR_SEVEN / 7 + 16;
        edges = new long[slots * SLOT];
        onward = new long[slots];
        int filterBits = Integer.highestOneBit(trie.edges | 1) * 16 + 1024;
        filterShift = Integer.numberOfLeadingZeros(Integer.highestOneBit(filterBits)) + 33;
        filter = new long[Integer.highestOneBit(filterBits) / Long.SIZE];
        first = new long[symbols];
        firstOnward = new long[symbols];
        var ends = new ArrayList<>(List.of(0));
        trie.first.forEach((symbol, node) -> {
            first[symbol] = record(node, symbol, ends);
            firstOnward[symbol] = node.onward();
            lay(node, symbol, ends);
        });
        this.ends = ends.stream().mapToInt(Integer::intValue).toArray();
    }

    /** As deep as a phrase has words, no deeper. */
    private void lay(Node node, int number, List<Integer> ends) {
        node.next.forEach((step, next) -> {
            long key = key(number, step.symbol());
            int bit = filterBit(key * MIX);
            filter[bit >>> 6] |= 1L << bit;
            int slot = slot(key * MIX);
            while (edges[slot * SLOT] != 0) {
                edges[slot * SLOT + 1] |= edges[slot * SLOT] == key ? TWIN : 0;
                slot = after(slot);
            }
            edges[slot * SLOT] = key;
            edges[slot * SLOT + 1] = record(next, step.within(), ends);
            onward[slot] = next.onward();
            lay(next, to(slot), ends);
        });
    }

    private static long record(Node node, int label, List<Integer> ends) {
        return (long) phrases(node.phrases, ends) << PHRASES_SHIFT | (long) label << LABEL_SHIFT | node.reach();
    }

    private static int phrases(List<End> phrases, List<Integer> ends) {
        if (phrases.size() == 1) {
            return phrases.get(0).marked(ONLY);
        }
        int place = phrases.isEmpty() ? NO_PHRASES : ends.size();
        for (int i = 0; i < phrases.size(); i++) {
            ends.add(phrases.get(i).marked(i == phrases.size() - 1 ? LAST : 0));
        }
        return place;
    }

    private static long key(int node, int symbol) {
        return (long) (node + 1) << 32 | symbol;
    }

    private int slot(long hash) {
        return (int) ((hash >>> 32) * onward.length >>> 32);
    }

    private int after(int slot) {
        return slot + 1 == onward.length ? 0 : slot + 1;
    }

    private int filterBit(long hash) {
        return (int) (hash >>> filterShift);
    }

    /** All numbers of nodes are below. */
    int size() {
        return symbols + onward.length;
    }

    // --- records ---

    /** The record of the node that the symbol leads to from the root. */
    long first(int symbol) {
        return first[symbol];
    }

    long onwardFromFirst(int symbol) {
        return firstOnward[symbol];
    }

    /** Of a root's child: its symbol, which is its number. */
    static int symbol(long record) {
        return (int) record >>> LABEL_SHIFT & LABEL_MASK;
    }

    /** The most positions after which a word may still lead on; 0 for the end of all the node's phrases. */
    static int reach(long record) {
        return (int) record & REACH_MASK;
    }

    /** The phrases that end at the node: {@link #NO_PHRASES}, the {@link #isOnly only one}, or where several stand. */
    static int phrases(long record) {
        return (int) (record >>> PHRASES_SHIFT) & Integer.MAX_VALUE;
    }

    /** A bit that a symbol shares with few others. */
    static long bit(int symbol) {
        return 1L << symbol;
    }

    // --- phrases ---

    static boolean isOnly(int phrases) {
        return (phrases & ONLY) != 0;
    }

    /** One of several phrases; the others, if it {@link #hasNext}, follow. */
    int end(int at) {
        return ends[at];
    }

    static int phrase(int end) {
        return end & PHRASE_MASK;
    }

    static boolean hasNext(int end) {
        return (end & LAST) == 0;
    }

    /** Whether one place may be an end of the phrase in more than one way. */
    static boolean hasManyWays(int end) {
        return (end & MANY_WAYS) != 0;
    }

    // --- edges ---

    /** The first edge of the node that bears the symbol, or NOWHERE; {@link #twin} follows with the others. */
    int edge(int node, int symbol) {
        long key = key(node, symbol);
        int bit = filterBit(key * MIX);
        return (filter[bit >>> 6] >>> bit & 1) == 0 ? NOWHERE : edge(slot(key * MIX), key);
    }

    int twin(int edge) {
        return edges[edge * SLOT + 1] < 0 ? edge(after(edge), edges[edge * SLOT]) : NOWHERE;
    }

    private int edge(int from, long key) {
        int slot = from;
        while (edges[slot * SLOT] != 0) {
            if (edges[slot * SLOT] == key) {
                return slot;
            }
            slot = after(slot);
        }
        return NOWHERE;
    }

    /** The record of the node that the edge leads to. */
    long record(int edge) {
        return edges[edge * SLOT + 1];
    }

    /** The {@link #bit}s of all symbols that lead on from there: says no for almost every word, without a look at edges. */
    long onward(int edge) {
        return onward[edge];
    }

    /** The most positions on the edge's way. */
    static int within(long record) {
        return symbol(record);
    }

    /** Number of the node that the edge leads to. */
    int to(int edge) {
        return symbols + edge;
    }

    /** The trie while it grows. */
    static final class Builder {
        private final Map<Integer, Node> first = new HashMap<>();
        private int edges;

        /** One way of a phrase. */
        void add(End phrase, List<Phrase.Part> parts, Vocabulary vocabulary) {
            Node node = null;
            for (var part : parts) {
                int symbol = vocabulary.symbol(part);
                node = node == null ? first(symbol) : next(node, new Step(symbol, part.within()));
            }
            if (!node.phrases.contains(phrase)) {
                node.phrases.add(phrase);
            }
        }

        Automaton build(int symbols) {
            for (int symbol = 0; symbol < symbols; symbol++) {
                first(symbol);
            }
            return new Automaton(this, symbols);
        }

        private Node first(int symbol) {
            return first.computeIfAbsent(symbol, s -> new Node());
        }

        private Node next(Node node, Step step) {
            return node.next.computeIfAbsent(step, s -> {
                edges++;
                return new Node();
            });
        }
    }

    /**
     * A phrase where it ends.
     *
     * @param manyWays whether one place may be its end in more than one way
     */
    record End(int number, boolean manyWays) {
        private int marked(int marks) {
            return number | marks | (manyWays ? MANY_WAYS : 0);
        }
    }

    private record Step(int symbol, int within) {}

    private static final class Node {
        private final Map<Step, Node> next = new HashMap<>();
        private final List<End> phrases = new ArrayList<>();

        private int reach() {
            return next.keySet().stream().mapToInt(Step::within).max().orElse(0);
        }

        private long onward() {
            return next.keySet().stream()
                    .mapToLong(step -> bit(step.symbol()))
                    .reduce(0, (some, others) -> some | others);
        }
    }
}
