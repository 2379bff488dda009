package dev.newera.local.chat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Text broken into lines at its spaces, some of its code points marked. */
final class Paragraph {

    private final int[] codePoints;
    private final BitSet marked;
    private final Marks marks;

    Paragraph(String text, BitSet marked, Marks marks) {
        this.codePoints = text.codePoints().toArray();
        this.marked = marked;
        this.marks = marks;
    }

    /** Lines no wider than the columns, but for a single word that is. */
    List<Cell> lines(int columns) {
        var lines = new ArrayList<Cell>();
        var line = Cell.EMPTY;
        for (var word : words()) {
            if (line.then(word).width() > columns && line.width() > 0) {
                lines.add(line);
                line = Cell.EMPTY;
            }
            line = line.then(word);
        }
        lines.add(line);
        return lines;
    }

    private List<Cell> words() {
        var words = new ArrayList<Cell>();
        for (int start = 0; start < codePoints.length; ) {
            int end = start;
            while (end < codePoints.length && !Character.isWhitespace(codePoints[end])) end++;
            if (end > start) words.add(new Cell(draw(start, end), end - start));
            start = end + 1;
        }
        return words;
    }

    private String draw(int start, int end) {
        var drawn = new StringBuilder();
        for (int from = start; from < end; ) {
            boolean mark = marked.get(from);
            int to = Math.min(end, mark ? marked.nextClearBit(from) : nextMarked(from));
            var part = new String(codePoints, from, to - from);
            drawn.append(mark ? marks.mark(part) : part);
            from = to;
        }
        return drawn.toString();
    }

    private int nextMarked(int from) {
        int next = marked.nextSetBit(from);
        return next < 0 ? codePoints.length : next;
    }
}
