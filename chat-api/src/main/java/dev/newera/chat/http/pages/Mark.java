package dev.newera.chat.http.pages;

import java.util.List;

/**
 * Words of a tweet on a page.
 *
 * @param color of the surest theme that they are evidence for; null for words that are no evidence
 * @param themes names of all of those
 */
record Mark(String text, String color, String themes) {

    static List<Mark> all(List<Segment> segments, Palette palette) {
        return segments.stream().map(it -> of(it, palette)).toList();
    }

    private static Mark of(Segment segment, Palette palette) {
        return segment.themes().isEmpty()
                ? new Mark(segment.text(), null, null)
                : new Mark(
                        segment.text(),
                        palette.color(segment.themes().get(0)),
                        String.join(
                                ", ",
                                segment.themes().stream().map(palette::name).toList()));
    }
}
