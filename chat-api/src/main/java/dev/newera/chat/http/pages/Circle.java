package dev.newera.chat.http.pages;

import dev.newera.chat.ChatReport.Exchange;
import dev.newera.chat.ChatReport.People;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who talks to whom, drawn: people on a circle, a line between two for what they said to one another, the thicker the more. The same
 * people are always drawn in the same places.
 */
record Circle(List<Node> nodes, List<Line> lines) {
    /** More names would be too small to read on a phone. */
    private static final int MOST = 12;

    private static final double RADIUS = 128;
    private static final int LONGEST = 16;

    /** A person; {@code anchor} as SVG aligns text. */
    record Node(String x, String y, String radius, String textX, String textY, String anchor, String label) {}

    /** Two people; the line bends towards the middle. */
    record Line(String path, String width) {}

    private record Point(double x, double y) {
        static Point on(double angle, double radius) {
            return new Point(Math.cos(angle) * radius, Math.sin(angle) * radius);
        }
    }

    static Circle of(People people) {
        var angles = angles(people);
        var tweets = new LinkedHashMap<String, Integer>();
        people.speakers().forEach(it -> tweets.put(it.author().username(), it.tweets()));
        var nodes = new ArrayList<Node>();
        angles.forEach((name, angle) -> nodes.add(node(name, angle, tweets.getOrDefault(name, 1))));
        return new Circle(nodes, lines(people, angles));
    }

    /** Those who talk most with one another, in the order of their names. */
    private static Map<String, Double> angles(People people) {
        var talk = new HashMap<String, Integer>();
        people.exchanges()
                .forEach(
                        it -> List.of(it.one(), it.other()).forEach(name -> talk.merge(name, it.both(), Integer::sum)));
        var names = talk.keySet().stream()
                .sorted(Comparator.<String, Integer>comparing(talk::get)
                        .reversed()
                        .thenComparing(name -> name))
                .limit(MOST)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
        var angles = new LinkedHashMap<String, Double>();
        for (int i = 0; i < names.size(); i++) {
            angles.put(names.get(i), 2 * Math.PI * i / names.size() - Math.PI / 2);
        }
        return angles;
    }

    private static Node node(String name, double angle, int tweets) {
        var at = Point.on(angle, RADIUS);
        var text = Point.on(angle, RADIUS + 18);
        return new Node(
                Strip.number(at.x()),
                Strip.number(at.y()),
                Strip.number(3 + Math.min(9, Math.sqrt(tweets) * 1.6)),
                Strip.number(text.x()),
                Strip.number(text.y() + 5),
                Math.abs(text.x()) < 30 ? "middle" : text.x() > 0 ? "start" : "end",
                "@" + (name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name));
    }

    private static List<Line> lines(People people, Map<String, Double> angles) {
        return people.exchanges().stream()
                .filter(it -> angles.containsKey(it.one()) && angles.containsKey(it.other()))
                .map(it -> line(it, angles))
                .toList();
    }

    private static Line line(Exchange exchange, Map<String, Double> angles) {
        var from = Point.on(angles.get(exchange.one()), RADIUS);
        var to = Point.on(angles.get(exchange.other()), RADIUS);
        var path = "M%s %s Q%s %s %s %s"
                .formatted(
                        Strip.number(from.x()),
                        Strip.number(from.y()),
                        Strip.number((from.x() + to.x()) / 5),
                        Strip.number((from.y() + to.y()) / 5),
                        Strip.number(to.x()),
                        Strip.number(to.y()));
        return new Line(path, Strip.number(Math.min(8, 0.75 + exchange.both() * 0.75)));
    }
}
