package dev.newera.chat.http.pages;

import dev.newera.chat.Evidence;
import dev.newera.chat.ThemeTag;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A piece of a tweet's text, and the themes that it is evidence for.
 *
 * @param themes ids, the surest first; empty for words that are no evidence
 */
record Segment(String text, List<String> themes) {

    /** The whole text, cut wherever evidence begins or ends. Offsets are code points; those beyond the text are cut to it. */
    static List<Segment> of(String text, List<ThemeTag> tags) {
        int length = text.codePointCount(0, text.length());
        var cuts = new TreeSet<>(List.of(0, length));
        tags.stream().flatMap(tag -> tag.evidence().stream()).forEach(it -> {
            cuts.add(Math.min(it.start(), length));
            cuts.add(Math.min(it.end(), length));
        });
        var segments = new ArrayList<Segment>();
        for (int start = cuts.pollFirst(), end, at = 0; !cuts.isEmpty(); start = end) {
            end = cuts.pollFirst();
            int beyond = text.offsetByCodePoints(at, end - start);
            segments.add(new Segment(text.substring(at, beyond), themes(tags, start, end)));
            at = beyond;
        }
        return segments;
    }

    /** The segments cut to a part of the text that they make together; the whole if there is no such part. */
    static List<Segment> within(List<Segment> segments, String part) {
        var whole = segments.stream().map(Segment::text).collect(Collectors.joining());
        int from = Math.max(0, whole.indexOf(part));
        int to = whole.contains(part) ? from + part.length() : whole.length();
        var cut = new ArrayList<Segment>();
        int at = 0;
        for (var segment : segments) {
            int start = Math.max(at, from);
            int end = Math.min(at + segment.text().length(), to);
            if (start < end) {
                cut.add(new Segment(whole.substring(start, end), segment.themes()));
            }
            at += segment.text().length();
        }
        return cut;
    }

    private static List<String> themes(List<ThemeTag> tags, int start, int end) {
        return tags.stream()
                .filter(tag -> tag.evidence().stream().anyMatch(it -> covers(it, start, end)))
                .map(ThemeTag::theme)
                .toList();
    }

    private static boolean covers(Evidence evidence, int start, int end) {
        return evidence.start() <= start && end <= evidence.end();
    }
}
