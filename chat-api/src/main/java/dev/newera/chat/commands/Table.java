package dev.newera.chat.commands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows under a head, each column as wide as its widest cell; a column of figures stands to the right. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    Table(Object... head) {
        row(head);
    }

    void row(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
    }

    /** Whether there is no row under the head. */
    boolean isEmpty() {
        return rows.size() == 1;
    }

    @Override
    public String toString() {
        return rows.stream().map(this::line).collect(Collectors.joining());
    }

    private String line(List<String> row) {
        return IntStream.range(0, row.size())
                        .mapToObj(column -> cell(row.get(column), column))
                        .collect(Collectors.joining("  "))
                        .stripTrailing()
                + System.lineSeparator();
    }

    private String cell(String text, int column) {
        int width =
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        var room = " ".repeat(width - text.length());
        return isOfFigures(column) ? room + text : text + room;
    }

    private boolean isOfFigures(int column) {
        return rows.size() > 1
                && rows.stream().skip(1).allMatch(row -> row.get(column).matches("[\\d,.]+"));
    }
}
