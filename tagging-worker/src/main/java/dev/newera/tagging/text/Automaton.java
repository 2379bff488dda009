package dev.newera.tagging.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * All phrases as one trie over symbols. A node is a way that some phrases begin; an edge says "this symbol, at most so many
 * positions on". The first symbol needs no edge: node n, for each symbol n, is where a phrase stands whose first word was n.
 *
 * <p>A node is a record of three longs, in one array: number and reach, the phrases that end there, and a mask of what leads
 * on. Immutable. What moves over it is a {@link Scanner}.
 */
final class Automaton {
    static final int NOWHERE = -1;

    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** Longs from one record to the next: a power of two, so that none lies across two cache lines. */
    private static final int NODE = 4;

    private static final int NUMBER_REACH = 0;
    private static final int PHRASES = 1;
    private static final int ONWARD = 2;

    /** Longs that a record takes where it is copied to. */
    static final int RECORD = 3;

    private final long[] nodes;
    private final int[] phrases;

    /** Edges by node and symbol in an open-addressing table, key and value side by side. */
    private final long[] edges;

    private final int shift;

    /** A bit for each edge, four times as many bits as slots: small enough to stay in the first-level cache. */
    private final long[] filter;

    /** Symbols that are ever borne by an edge. */
    private final long[] onEdges;

    private Automaton(Builder trie, int symbols) {
        var all = trie.numbered(symbols);
        nodes = new long[all.size() * NODE];
        phrases = all.stream()
                .flatMapToInt(node -> node.phrases.stream().mapToInt(Integer::intValue))
                .toArray();
        int slots = Math.max(16, Integer.highestOneBit(trie.edges | 1) * 4);
        edges = new long[slots * 2];
        filter = new long[slots * 4 / Long.SIZE];
        shift = Long.SIZE - Integer.numberOfTrailingZeros(slots);
        onEdges = new long[symbols / Long.SIZE + 1];
        int phrase = 0;
        for (var node : all) {
            lay(node, phrase);
            phrase += node.phrases.size();
        }
    }

    private void lay(Node node, int phrase) {
        int at = node.number * NODE;
        int reach = node.next.keySet().stream().mapToInt(Step::within).max().orElse(0);
        nodes[at + NUMBER_REACH] = pair(node.number, reach);
        nodes[at + PHRASES] = pair(phrase, phrase + node.phrases.size());
        node.next.forEach((step, next) -> {
            nodes[at + ONWARD] |= bit(step.symbol());
            onEdges[step.symbol() >>> 6] |= bit(step.symbol());
            lay(node.number, step, next.number);
        });
    }

    private void lay(int node, Step step, int to) {
        long hash = hash(node, step.symbol());
        int bit = filterBit(hash);
        filter[bit >>> 6] |= 1L << bit;
        int edge = slot(hash);
        while (edges[edge] != 0) {
            edge = edge + 2 & edges.length - 1;
        }
        edges[edge] = key(node, step.symbol());
        edges[edge + 1] = pair(to, step.within());
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
        return (int) (hash >>> shift) * 2;
    }

    private int filterBit(long hash) {
        return (int) (hash >>> shift - 2);
    }

    int size() {
        return nodes.length / NODE;
    }

    // --- records: here, and copied to where the words' meanings are ---

    long[] nodes() {
        return nodes;
    }

    static int record(int node) {
        return node * NODE;
    }

    static int number(long[] records, int record) {
        return (int) (records[record + NUMBER_REACH] >>> 32);
    }

    /** The most positions after which a word may still lead on; 0 for the end of all the node's phrases. */
    static int reach(long[] records, int record) {
        return (int) records[record + NUMBER_REACH];
    }

    /** The phrases that end at the node stand from here ... */
    static int phrasesFrom(long[] records, int record) {
        return (int) (records[record + PHRASES] >>> 32);
    }

    /** ... to before here. */
    static int phrasesTo(long[] records, int record) {
        return (int) records[record + PHRASES];
    }

    /** The {@link #bit}s of all symbols that lead on from the node: says no for almost every word, without a look at edges. */
    static long onward(long[] records, int record) {
        return records[record + ONWARD];
    }

    /** A bit that a symbol shares with few others. */
    static long bit(int symbol) {
        return 1L << symbol;
    }

    /** Whether the symbol is ever a phrase's second word or a later one. */
    boolean isOnEdges(int symbol) {
        return (onEdges[symbol >>> 6] & bit(symbol)) != 0;
    }

    int phrase(int at) {
        return phrases[at];
    }

    // --- edges ---

    /** The first edge of the node that bears the symbol, or NOWHERE; which {@link #nextEdge} follows with the others. */
    int edge(int node, int symbol) {
        long hash = hash(node, symbol);
        int bit = filterBit(hash);
        return (filter[bit >>> 6] >>> bit & 1) == 0 ? NOWHERE : edge(slot(hash), key(node, symbol));
    }

    int nextEdge(int edge) {
        return edge(edge + 2 & edges.length - 1, edges[edge]);
    }

    private int edge(int from, long key) {
        int edge = from;
        while (edges[edge] != 0) {
            if (edges[edge] == key) {
                return edge;
            }
            edge = edge + 2 & edges.length - 1;
        }
        return NOWHERE;
    }

    int within(int edge) {
        return (int) edges[edge + 1];
    }

    int to(int edge) {
        return (int) (edges[edge + 1] >>> 32);
    }

    /** The trie while it grows. */
    static final class Builder {
        private final Map<Integer, Node> first = new HashMap<>();
        private final List<Node> rest = new ArrayList<>();
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
            return new Automaton(this, symbols);
        }

        private Node first(int symbol) {
            return first.computeIfAbsent(symbol, s -> new Node());
        }

        private Node next(Node node, Step step) {
            return node.next.computeIfAbsent(step, s -> {
                edges++;
                rest.add(new Node());
                return rest.get(rest.size() - 1);
            });
        }

        private List<Node> numbered(int symbols) {
            var all = new ArrayList<Node>(symbols + rest.size());
            IntStream.range(0, symbols).forEach(symbol -> all.add(first(symbol)));
            all.addAll(rest);
            for (int number = 0; number < all.size(); number++) {
                all.get(number).number = number;
            }
            return all;
        }
    }

    private record Step(int symbol, int within) {}

    private static final class Node {
        private final Map<Step, Node> next = new HashMap<>();
        private final List<Integer> phrases = new ArrayList<>();
        private int number;
    }
}
