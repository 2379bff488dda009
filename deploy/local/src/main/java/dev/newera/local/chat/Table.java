package dev.newera.local.chat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tweets on the left; on the right their themes, each with its score and the words that gave it. */
final class Table {

    private static final int THEME_COLUMNS = 26;
    private static final String GAP = "  ";

    private final int tweetColumns;
    private final int wordColumns;
    private final Marks marks;

    /** A table for a terminal that is so many columns wide. */
    Table(int columns, Marks marks) {
        int left = Math.max(40, columns - THEME_COLUMNS - 2 * GAP.length());
        this.tweetColumns = left * 11 / 20;
        this.wordColumns = left - tweetColumns;
        this.marks = marks;
    }

    List<String> draw(List<TaggedTweet> tweets) {
        var lines = new ArrayList<String>();
        lines.add(line(Cell.plain("TWEET"), themeLine(Cell.plain("THEME"), Cell.plain("BECAUSE OF"))));
        for (var tweet : tweets) {
            lines.addAll(sideBySide(tweetLines(tweet), themeLines(tweet)));
            lines.add("");
        }
        return lines;
    }

    private List<Cell> tweetLines(TaggedTweet tweet) {
        var lines = new ArrayList<Cell>();
        lines.add(Cell.plain("@" + tweet.username()));
        lines.addAll(new Paragraph(tweet.text(), evidence(tweet), marks).lines(tweetColumns));
        return lines;
    }

    private List<Cell> themeLines(TaggedTweet tweet) {
        if (tweet.themes().isEmpty()) return List.of(Cell.plain("no theme"));
        return tweet.themes().stream()
                .flatMap(theme -> themeLines(theme).stream())
                .toList();
    }

    private List<Cell> themeLines(TaggedTweet.Theme theme) {
        var head = Cell.plain(String.format(Locale.ROOT, "%-20s %.2f", theme.id(), theme.score()));
        var words = new Paragraph(words(theme), new BitSet(), marks).lines(wordColumns);
        var lines = new ArrayList<Cell>();
        for (int i = 0; i < words.size(); i++) lines.add(themeLine(i == 0 ? head : Cell.EMPTY, words.get(i)));
        return lines;
    }

    private static Cell themeLine(Cell theme, Cell words) {
        return new Cell(
                theme.padded(THEME_COLUMNS) + GAP + words.drawn(), THEME_COLUMNS + GAP.length() + words.width());
    }

    private List<String> sideBySide(List<Cell> left, List<Cell> right) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) lines.add(line(at(left, i), at(right, i)));
        return lines;
    }

    private String line(Cell left, Cell right) {
        return (left.padded(tweetColumns) + GAP + right.drawn()).stripTrailing();
    }

    private static Cell at(List<Cell> cells, int index) {
        return index < cells.size() ? cells.get(index) : Cell.EMPTY;
    }

    private static String words(TaggedTweet.Theme theme) {
        return theme.evidence().stream()
                .map(words -> '"' + words.text() + '"')
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static BitSet evidence(TaggedTweet tweet) {
        var marked = new BitSet();
        tweet.themes().stream()
                .flatMap(theme -> theme.evidence().stream())
                .forEach(words -> marked.set(words.start(), words.end()));
        return marked;
    }
}
