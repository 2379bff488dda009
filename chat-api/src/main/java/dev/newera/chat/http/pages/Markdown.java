package dev.newera.chat.http.pages;

import java.util.regex.Pattern;

/** Other people's words in CommonMark: nothing in them is markup, HTML or an entity. */
final class Markdown {
    /** Every ASCII sign that CommonMark lets one escape. */
    private static final Pattern SIGNS = Pattern.compile("[!-/:-@\\[-`{-~]");

    private static final Pattern LINE_ENDS = Pattern.compile("\\R");

    private Markdown() {}

    /** Words within a line. */
    static String inline(String text) {
        return SIGNS.matcher(Words.plain(text)).replaceAll("\\\\$0");
    }

    /** A text of its own, as a quotation: each of its lines stays within, and behind a visible bar. */
    static String quotation(String text) {
        return LINE_ENDS
                .splitAsStream(text)
                .map(line -> "> " + SIGNS.matcher(line.strip()).replaceAll("\\\\$0"))
                .reduce((above, below) -> above + "  \n" + below)
                .orElse(">");
    }
}
