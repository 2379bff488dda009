package dev.newera.tagging.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All phrases as one trie over symbols, in arrays. A node is a way that some phrases begin; an edge is "this symbol, at most so
 * many positions on". Immutable; what moves over it is a {@link Scanner}.
 */
final class Automaton {
    static final int NONE = -1;

    /** Node to which a symbol leads as a phrase's first word, or NONE. */
    private final int[] first;

    /** How far on a node can be left at all: 0 for the end of all its phrases. */
    private final int[] reach;

    /** A bit for each symbol (its last six bits) that leads on: says no for almost every word, without a look at the edges. */
    private final long[] onward;

    private final int[] phrasesFrom;
    private final int[] phrases;

    // Edges, those of one node and symbol side by side, found by an open-addressing table of node and symbol.
    private final long[] edgeKeys;
    private final int[] edgeWithin;
    private final int[] edgeTo;
    private final int[] edgeSlots;

    private Automaton(Builder trie, int symbols) {
        int nodes = trie.nodes.size();
        first = new int[symbols];
        reach = new int[nodes];
        onward = new long[nodes];
        phrasesFrom = new int[nodes + 1];
        phrases = trie.phrases();
        edgeKeys = new long[trie.edges + 1];
        edgeWithin = new int[trie.edges];
        edgeTo = new int[trie.edges];
        edgeSlots = new int[Integer.highestOneBit(Math.max(1, trie.edges)) * 4];
        java.util.Arrays.fill(first, NONE);
        edgeKeys[trie.edges] = NONE;
        trie.root.forEach((edge, node) -> first[edge.symbol()] = node.number);
        int edge = 0;
        for (var node : trie.nodes) {
            phrasesFrom[node.number + 1] = phrasesFrom[node.number] + node.phrases.size();
            edge = lay(node, edge);
        }
    }

    private int lay(Node node, int edge) {
        var edges = new ArrayList<>(node.next.entrySet());
        edges.sort(Map.Entry.comparingByKey());
        for (var next : edges) {
            var step = next.getKey();
            edgeKeys[edge] = key(node.number, step.symbol());
            edgeWithin[edge] = step.within();
            edgeTo[edge] = next.getValue().number;
            if (edge == 0 || edgeKeys[edge - 1] != edgeKeys[edge]) {
                place(edge);
            }
            reach[node.number] = Math.max(reach[node.number], step.within());
            onward[node.number] |= 1L << step.symbol();
            edge++;
        }
        return edge;
    }

    private void place(int edge) {
        int slot = slot(edgeKeys[edge]);
        while (edgeSlots[slot] != 0) {
            slot = slot + 1 & edgeSlots.length - 1;
        }
        edgeSlots[slot] = edge + 1;
    }

    private static long key(int node, int symbol) {
        return (long) node << 32 | symbol;
    }

    private int slot(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> 32) & edgeSlots.length - 1;
    }

    int nodes() {
        return reach.length;
    }

    int first(int symbol) {
        return first[symbol];
    }

    int reach(int node) {
        return reach[node];
    }

    /** Whether some edge of the node may bear a symbol of these (a bit for each symbol's last six bits). */
    boolean mayLeadOn(int node, long symbols) {
        return (onward[node] & symbols) != 0;
    }

    /** The first edge of the node with the symbol, or NONE. */
    int edge(int node, int symbol) {
        long key = key(node, symbol);
        int slot = slot(key);
        while (edgeSlots[slot] != 0) {
            int edge = edgeSlots[slot] - 1;
            if (edgeKeys[edge] == key) {
                return edge;
            }
            slot = slot + 1 & edgeSlots.length - 1;
        }
        return NONE;
    }

    /** The next edge of the same node and symbol, with a wider gap, or NONE. */
    int nextEdge(int edge) {
        return edgeKeys[edge + 1] == edgeKeys[edge] ? edge + 1 : NONE;
    }

    int within(int edge) {
        return edgeWithin[edge];
    }

    int to(int edge) {
        return edgeTo[edge];
    }

    /** Phrases that end at the node stand at [phrasesFrom(node), phrasesFrom(node + 1)). */
    int phrasesFrom(int node) {
        return phrasesFrom[node];
    }

    int phrase(int i) {
        return phrases[i];
    }

    /** The trie while it grows. */
    static final class Builder {
        private final List<Node> nodes = new ArrayList<>();
        private final Map<Step, Node> root = new HashMap<>();
        private int edges;

        void add(int phrase, List<Phrase.Part> parts, Vocabulary vocabulary) {
            Node node = null;
            for (var part : parts) {
                node = child(node, new Step(vocabulary.symbol(part), part.within()));
            }
            if (!node.phrases.contains(phrase)) {
                node.phrases.add(phrase);
            }
        }

        Automaton build(int symbols) {
            return new Automaton(this, symbols);
        }

        private Node child(Node node, Step step) {
            if (node == null) {
                return root.computeIfAbsent(new Step(step.symbol(), 1), s -> node());
            }
            return node.next.computeIfAbsent(step, s -> {
                edges++;
                return node();
            });
        }

        private Node node() {
            var node = new Node(nodes.size());
            nodes.add(node);
            return node;
        }

        private int[] phrases() {
            return nodes.stream()
                    .flatMapToInt(node -> node.phrases.stream().mapToInt(Integer::intValue))
                    .toArray();
        }
    }

    private record Step(int symbol, int within) implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            return symbol != other.symbol
                    ? Integer.compare(symbol, other.symbol)
                    : Integer.compare(within, other.within);
        }
    }

    private static final class Node {
        private final int number;
        private final Map<Step, Node> next = new HashMap<>();
        private final List<Integer> phrases = new ArrayList<>();

        Node(int number) {
            this.number = number;
        }
    }
}
