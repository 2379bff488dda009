package dev.newera.tagging.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value of the document, with its place for complaints. Reading it as something that it is not is a problem, and answers
 * an empty something, so that the reading goes on and finds the next problem too.
 *
 * @param node null when the key is not there
 * @param parent what a complaint about a missing value points at
 */
record Value(Node node, Node parent, String path, Problems problems) {

    boolean isThere() {
        return node != null && !Tag.NULL.equals(node.getTag());
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    void wrong(String reason) {
        problems.add(node == null ? parent : node, path, reason);
    }

    /** The text, or null when there is none. */
    String text() {
        if (!isThere()) {
            return null;
        }
        if (!(node instanceof ScalarNode scalar)) {
            wrong("a text is expected");
            return null;
        }
        if (scalar.getValue().isBlank()) {
            wrong("is empty");
            return null;
        }
        return scalar.getValue();
    }

    String requiredText() {
        if (!isThere()) {
            wrong("is missing");
            return null;
        }
        return text();
    }

    /** The number if it is from least to greatest; else a complaint and the fallback. */
    double number(double least, double greatest, double fallback) {
        if (!isThere()) {
            return fallback;
        }
        boolean number =
                node instanceof ScalarNode && Set.of(Tag.INT, Tag.FLOAT).contains(node.getTag());
        double value = number ? parsed(((ScalarNode) node).getValue()) : Double.NaN;
        if (value >= least && value <= greatest) {
            return value;
        }
        wrong("a number from " + plain(least) + " to " + plain(greatest) + " is expected");
        return fallback;
    }

    private static double parsed(String number) {
        try {
            return Double.parseDouble(number);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    List<Value> list() {
        if (!isThere()) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            wrong("a list is expected");
            return List.of();
        }
        var items = sequence.getValue();
        return IntStream.range(0, items.size())
                .mapToObj(i -> new Value(items.get(i), node, path + "[" + i + "]", problems))
                .toList();
    }

    /** The entries by their keys, each key once. */
    Map<String, Value> entries() {
        var entries = new LinkedHashMap<String, Value>();
        if (!isThere()) {
            return entries;
        }
        if (!(node instanceof MappingNode mapping)) {
            wrong("keys with values are expected");
            return entries;
        }
        for (var tuple : mapping.getValue()) {
            var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : null;
            if (key == null) {
                problems.add(tuple.getKeyNode(), path, "a key is a text");
            } else if (entries.put(key, new Value(tuple.getValueNode(), node, below(key), problems)) != null) {
                problems.add(tuple.getKeyNode(), path, "'" + key + "' stands twice");
            }
        }
        return entries;
    }

    /** The entries as far as their keys are among the known ones; any other key is a problem. */
    Fields fields(String... known) {
        var entries = entries();
        if (isMap()) {
            ((MappingNode) node)
                    .getValue().stream()
                            .map(tuple -> tuple.getKeyNode())
                            .filter(key -> key instanceof ScalarNode scalar
                                    && !Set.of(known).contains(scalar.getValue()))
                            .forEach(key -> problems.add(
                                    key,
                                    path,
                                    "unknown key '" + ((ScalarNode) key).getValue() + "'; known are "
                                            + String.join(", ", known)));
        }
        return new Fields(this, entries);
    }

    private String below(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** A map of known keys. */
    record Fields(Value map, Map<String, Value> entries) {
        Value get(String key) {
            var value = entries.get(key);
            return value != null ? value : new Value(null, map.node(), map.below(key), map.problems());
        }
    }
}
