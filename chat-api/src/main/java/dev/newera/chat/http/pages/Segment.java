package dev.newera.chat.http.pages;

import dev.newera.chat.Evidence;
import dev.newera.chat.ThemeTag;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

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
