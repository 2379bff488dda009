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
 * <p>Immutable. What moves over it is a {@link Scanner}.
 */
final class Automaton {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    // A node's numbers side by side: one cache line.
    private static final int NODE = 4;
    private static final int REACH = 0;
    private static final int PHRASES_FROM = 1;
    private static final int PHRASES_TO = 2;
    private static final int ONWARD = 3;

    private static final int ONWARD_BITS = 31;

    private final int[] nodes;
    private final int[] phrases;

    /** Edges by node and symbol in an open-addressing table, key and value side by side. */
    private final long[] edges;

    private final int shift;

    private Automaton(Builder trie, int symbols) {
        var all = trie.numbered(symbols);
        nodes = new int[all.size() * NODE];
        phrases = all.stream()
                .flatMapToInt(node -> node.phrases.stream().mapToInt(Integer::intValue))
                .toArray();
        int slots = Integer.highestOneBit(trie.edges | 1) * 4;
        edges = new long[slots * 2];
        shift = Long.SIZE - Integer.numberOfTrailingZeros(slots);
        int phrase = 0;
        for (var node : all) {
            nodes[node.number * NODE + PHRASES_FROM] = phrase;
            phrase += node.phrases.size();
            nodes[node.number * NODE + PHRASES_TO] = phrase;
            node.next.forEach((step, next) -> lay(node.number, step, next.number));
        }
    }

    private void lay(int node, Step step, int to) {
        nodes[node * NODE + REACH] = Math.max(nodes[node * NODE + REACH], step.within());
        nodes[node * NODE + ONWARD] |= bit(step.symbol());
        int edge = firstEdge(node, step.symbol());
        while (edges[edge] != 0) {
            edge = edge + 2 & edges.length - 1;
        }
        edges[edge] = key(node, step.symbol());
        edges[edge + 1] = (long) to << 32 | step.within();
    }

    private static long key(int node, int symbol) {
        return (long) (node + 1) << 32 | symbol;
    }

    int size() {
        return nodes.length / NODE;
    }

    /** The most positions after which a word may still lead on; 0 for the end of all the node's phrases. */
    int reach(int node) {
        return nodes[node * NODE + REACH];
    }

    /** A bit that a symbol shares with few others. */
    static int bit(int symbol) {
        return 1 << symbol % ONWARD_BITS;
    }

    /** Whether an edge of the node may bear a symbol of these bits. It says no for almost every word, and saves the look. */
    boolean mayLeadOn(int node, int bits) {
        return (nodes[node * NODE + ONWARD] & bits) != 0;
    }

    /** Where a look for the node's edges with the symbol begins; it goes on with {@link #nextEdge} while there is one. */
    int firstEdge(int node, int symbol) {
        return (int) (key(node, symbol) * MIX >>> shift) * 2;
    }

    int nextEdge(int edge) {
        return edge + 2 & edges.length - 1;
    }

    /** False at the end of a look. */
    boolean isEdge(int edge) {
        return edges[edge] != 0;
    }

    /** Whether this edge is of the node and bears the symbol; a look passes others too. */
    boolean isEdge(int edge, int node, int symbol) {
        return edges[edge] == key(node, symbol);
    }

    int within(int edge) {
        return (int) edges[edge + 1];
    }

    int to(int edge) {
        return (int) (edges[edge + 1] >>> 32);
    }

    /** The phrases that end at the node stand from here ... */
    int phrasesFrom(int node) {
        return nodes[node * NODE + PHRASES_FROM];
    }

    /** ... to before here. */
    int phrasesTo(int node) {
        return nodes[node * NODE + PHRASES_TO];
    }

    int phrase(int at) {
        return phrases[at];
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
