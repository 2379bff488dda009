package dev.newera.local.chat;

/** How words stand out from their text. */
enum Marks {
    NONE("", ""),
    /** Bold and green, by the escape codes that every terminal of today understands. */
    COLOURED("\033[1;32m", "\033[0m");

    private final String begin;
    private final String end;

    Marks(String begin, String end) {
        this.begin = begin;
        this.end = end;
    }

    String mark(String words) {
        return words.isEmpty() ? "" : begin + words + end;
    }
}
