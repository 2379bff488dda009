package dev.newera.chat.http.pages;

import dev.newera.chat.ChatReport.Exchange;
import dev.newera.chat.ChatReport.Mentioned;
import dev.newera.chat.ChatReport.Speaker;
import dev.newera.chat.ChatSession;
import java.util.List;

/**
 * What the template of a report shows, ready to be said; what is null or empty is left out.
 */
record ReportPage(
        ChatSession chat,
        String window,
        String codebook,
        int codebookVersion,
        List<String> lead,
        List<Fact> facts,
        Quoted favourite,
        String favouriteAnswers,
        List<ThemePart> themes,
        List<QuestionPart> questions,
        List<MatrixRow> matrix,
        CoursePart course,
        PeoplePart people,
        String asking,
        List<AskedPart> asked,
        List<Mentioned> hashtags,
        List<Link> links) {
    /** A headline figure. */
    record Fact(String number, String what) {}

    /** @param width of its bar, 0–100 */
    record ThemePart(
            String name,
            String color,
            String description,
            int tweets,
            int people,
            String share,
            String width,
            String told,
            List<Quoted> quotes) {}

    record QuestionPart(String label, String text, String told, List<Quoted> quotes) {}

    /** A theme's tweets by question, in the questions' order. */
    record MatrixRow(String theme, List<Cell> cells) {}

    /** @param most whether no other question has more of the theme */
    record Cell(int tweets, boolean most) {}

    /** @param address to follow, or null for one that no browser should be sent to */
    record Link(String text, String address, int tweets) {
        static Link of(Mentioned link) {
            var followed = link.what().matches("https?://.*");
            return new Link(link.what(), followed ? link.what() : null, link.tweets());
        }
    }

    /** A stretch of the course, from {@code start} for {@code width} slices. */
    record Band(String label, String start, String width, String left, boolean odd) {}

    /** A time at the edge of the course. */
    record Tick(String label, String left) {}

    record CoursePart(String told, String slice, Strip all, List<Strip> themes, List<Band> bands, List<Tick> ticks) {}

    record PeoplePart(String told, Circle circle, List<Speaker> speakers, List<Exchange> exchanges) {}

    record AskedPart(Quoted quoted, String answers) {}
}
