package dev.newera.chat.http.pages;

import dev.newera.chat.ChatSession;
import dev.newera.chat.Codebook;
import dev.newera.chat.Evidence;
import dev.newera.chat.Proceedings.Entry;
import dev.newera.chat.Proceedings.Section;
import dev.newera.chat.Question;
import dev.newera.chat.ThemeTag;
import dev.newera.chat.TranscriptForm;
import dev.newera.chat.Tweet;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * A transcript as a table (RFC 4180), a tweet a row, for spreadsheets. A cell that a spreadsheet would take for a formula begins
 * with an apostrophe: it would else run what somebody tweeted. Whoever needs every byte as it was posted takes NDJSON.
 */
public final class CsvTranscript implements TranscriptForm {
    /** Without it Excel takes UTF-8 for something older; R and pandas pass over it. */
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** What makes a spreadsheet calculate, in narrow and wide script. */
    private static final String BEGINS_FORMULA = "=+-@\t\r\n＝＋－＠";

    /** Everything quoted, so that neither a semicolon nor a line break opens another cell, whatever a reader splits by. */
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();

    private final Writer writer;
    private final CSVPrinter table;
    private String question = "";
    private int thread;

    /** The writer is flushed at the end, and left open. */
    public CsvTranscript(Writer writer) throws IOException {
        this.writer = writer;
        this.table = new CSVPrinter(writer, FORMAT);
    }

    @Override
    public void begin(ChatSession chat, Codebook codebook) throws IOException {
        writer.append(BYTE_ORDER_MARK);
        table.printRecord(
                "question",
                "placed_by",
                "thread",
                "depth",
                "created_at",
                "username",
                "name",
                "text",
                "themes",
                "scores",
                "evidence",
                "tagging_state",
                "tagged_by",
                "codebook_version",
                "tweet_id",
                "in_reply_to_id");
    }

    @Override
    public void section(Section section) {
        question = section.question().map(Question::label).orElse("");
    }

    @Override
    public void tweet(Tweet tweet, Entry entry) throws IOException {
        thread += entry.depth() == 0 ? 1 : 0;
        boolean tagged = tweet.tagging().codebookVersion() > 0;
        row(
                question,
                entry.how().name().toLowerCase(Locale.ROOT),
                thread,
                entry.depth(),
                Words.exact(tweet.createdAt()),
                tweet.author().username(),
                tweet.author().name(),
                tweet.text(),
                each(tweet, ThemeTag::theme),
                each(tweet, tag -> String.valueOf(tag.score())),
                each(tweet, CsvTranscript::evidence),
                tweet.tagging().state().name().toLowerCase(Locale.ROOT),
                tagged ? "machine" : "",
                tagged ? tweet.tagging().codebookVersion() : "",
                tweet.id(),
                tweet.inReplyTo().map(Objects::toString).orElse(""));
    }

    private static String each(Tweet tweet, Function<ThemeTag, String> of) {
        return tweet.themes().stream().map(of).collect(Collectors.joining("; "));
    }

    private static String evidence(ThemeTag tag) {
        return tag.theme() + ": " + tag.evidence().stream().map(Evidence::text).collect(Collectors.joining(" | "));
    }

    private void row(Object... cells) throws IOException {
        for (var cell : cells) {
            table.print(defused(Objects.toString(cell, "")));
        }
        table.println();
    }

    /** Spreadsheets look past blanks. */
    static String defused(String cell) {
        var begins = cell.stripLeading();
        var suspicious = !begins.isEmpty() && BEGINS_FORMULA.indexOf(begins.charAt(0)) >= 0
                || !cell.isEmpty() && BEGINS_FORMULA.indexOf(cell.charAt(0)) >= 0;
        return suspicious ? "'" + cell : cell;
    }

    @Override
    public void end() throws IOException {
        table.flush();
    }
}
