package dev.newera.tagging.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All phrases as one trie over symbols. A node is a way that some phrases begin; an edge says "this symbol, at most so many
 * positions on". In a trie just one edge leads to a node, so the edge's place in the hash table is the node's number, and what
 * there is to know about the node stands beside the edge: to find the way is to have arrived, with one cache line touched.
 *
 * <p>The first symbol of a phrase needs no edge: it leads to the root's child of its own number, whose record goes with the
 * words that have the symbol (see {@link Words}). Immutable; what moves over it is a {@link Scanner}.
 */
final class Automaton {
    static final int NOWHERE = -1;

    /** Longs of a record, which is what there is to know about a node: its reach, its phrases, what leads on. */
    static final int RECORD = 3;

    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** Longs of an entry: a key and a record. */
    private static final int ENTRY = 1 + RECORD;

    /** In an edge's record: there is another edge of the same node and symbol, with another gap. */
    private static final long MORE = 1L << 62;

    private final int symbols;
    private final int[] phrases;

    /** The records of the root's children, by symbol. */
    private final long[] first;

    /** The edges by node and symbol, in an open-addressing table. */
    private final long[] edges;

    private final int shift;

    /** A bit for each edge, eight times as many bits as slots: small enough to stay in the first-level cache. */
    private final long[] filter;

    private Automaton(Builder trie, int symbols) {
        this.symbols = symbols;
        int slots = Math.max(16, Integer.highestOneBit(trie.edges | 1) * 2);
        shift = Long.SIZE - Integer.numberOfTrailingZeros(slots);
        filter = new long[slots * 8 / Long.SIZE];
        edges = new long[slots * ENTRY];
        first = new long[symbols * RECORD];
        var ends = new ArrayList<Integer>();
        trie.first.forEach((symbol, node) -> {
            write(node, first, symbol * RECORD, symbol, ends);
            lay(node, symbol, ends);
        });
        phrases = ends.stream().mapToInt(Integer::intValue).toArray();
    }

    /** As deep as a phrase has words, no deeper. */
    private void lay(Node node, int number, List<Integer> ends) {
        node.next.forEach((step, next) -> {
            long hash = hash(number, step.symbol());
            int bit = filterBit(hash);
            filter[bit >>> 6] |= 1L << bit;
            long key = key(number, step.symbol());
            int edge = slot(hash);
            while (edges[edge] != 0) {
                edges[edge + 1] |= edges[edge] == key ? MORE : 0;
                edge = edge + ENTRY & edges.length - 1;
            }
            edges[edge] = key;
            write(next, edges, record(edge), step.within(), ends);
            lay(next, to(edge), ends);
        });
    }

    private static void write(Node node, long[] records, int record, int label, List<Integer> ends) {
        int reach = node.next.keySet().stream().mapToInt(Step::within).max().orElse(0);
        records[record] = pair(label, reach);
        records[record + 1] = pair(ends.size(), ends.size() + node.phrases.size());
        ends.addAll(node.phrases);
        for (var step : node.next.keySet()) {
            records[record + 2] |= bit(step.symbol());
        }
    }

    private static long pair(int high, int low) {
        return (long) high << 32 | low;
    }

    private static long key(int node, int symbol) {
        return pair(node + 1, symbol);
    }

    private static long hash(int node, int symbol) {
        return key(node, symbol) * MIX;
    }

    private int slot(long hash) {
        return (int) (hash >>> shift) * ENTRY;
    }

    private int filterBit(long hash) {
        return (int) (hash >>> shift - 3);
    }

    /** All numbers of nodes are below. */
    int size() {
        return symbols + edges.length / ENTRY;
    }

    // --- records ---

    /** Copies the record of the node that the symbol leads to from the root. */
    void copyFirst(int symbol, long[] records, int record) {
        System.arraycopy(first, symbol * RECORD, records, record, RECORD);
    }

    /** Of a first node: its symbol, which is its number. */
    static int symbol(long[] records, int record) {
        return (int) (records[record] >>> 32);
    }

    /** The most positions after which a word may still lead on; 0 for the end of all the node's phrases. */
    static int reach(long[] records, int record) {
        return (int) records[record];
    }

    /** The phrases that end at the node stand from here ... */
    static int phrasesFrom(long[] records, int record) {
        return (int) (records[record + 1] >>> 32);
    }

    /** ... to before here. */
    static int phrasesTo(long[] records, int record) {
        return (int) records[record + 1];
    }

    int phrase(int at) {
        return phrases[at];
    }

    /** The {@link #bit}s of all symbols that lead on from the node: says no for almost every word, without a look at edges. */
    static long onward(long[] records, int record) {
        return records[record + 2];
    }

    /** A bit that a symbol shares with few others. */
    static long bit(int symbol) {
        return 1L << symbol;
    }

    // --- edges ---

    /** What {@link #record} is in. */
    long[] edges() {
        return edges;
    }

    /** The first edge of the node that bears the symbol, or NOWHERE; {@link #nextEdge} follows with the others. */
    int edge(int node, int symbol) {
        long hash = hash(node, symbol);
        int bit = filterBit(hash);
        return (filter[bit >>> 6] >>> bit & 1) == 0 ? NOWHERE : edge(slot(hash), key(node, symbol));
    }

    int nextEdge(int edge) {
        return (edges[edge + 1] & MORE) == 0 ? NOWHERE : edge(edge + ENTRY & edges.length - 1, edges[edge]);
    }

    /** The most positions on the edge's way. */
    int within(int edge) {
        return (int) ((edges[edge + 1] & ~MORE) >>> 32);
    }

    private int edge(int from, long key) {
        int edge = from;
        while (edges[edge] != 0) {
            if (edges[edge] == key) {
                return edge;
            }
            edge = edge + ENTRY & edges.length - 1;
        }
        return NOWHERE;
    }

    static int record(int edge) {
        return edge + 1;
    }

    /** Number of the node that the edge leads to. */
    int to(int edge) {
        return symbols + edge / ENTRY;
    }

    /** The trie while it grows. */
    static final class Builder {
        private final Map<Integer, Node> first = new HashMap<>();
        private int edges;

        void add(int phrase, List<Phrase.Part> parts, Vocabulary vocabulary) {
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

    private record Step(int symbol, int within) {}

    private static final class Node {
        private final Map<Step, Node> next = new HashMap<>();
        private final List<Integer> phrases = new ArrayList<>();
    }
}
