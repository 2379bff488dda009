package dev.newera.local.chat;

/**
 * Text of one line of a column.
 *
 * @param drawn what is sent to the terminal, marks included
 * @param width how many characters of it are seen
 */
record Cell(String drawn, int width) {

    static final Cell EMPTY = plain("");

    static Cell plain(String text) {
        return new Cell(text, text.codePointCount(0, text.length()));
    }

    /** Both with one space between; nothing comes before the first word of a line. */
    Cell then(Cell word) {
        return width == 0 ? word : new Cell(drawn + " " + word.drawn, width + 1 + word.width);
    }

    String padded(int columns) {
        return drawn + " ".repeat(Math.max(0, columns - width));
    }
}
