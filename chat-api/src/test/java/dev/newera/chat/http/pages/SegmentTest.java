package dev.newera.chat.http.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.chat.Evidence;
import dev.newera.chat.ThemeTag;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Where evidence begins and ends in a text; a segment is shown as {@code text(themes)}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SegmentTest {

    private static ThemeTag tag(String theme, int... spans) {
        var evidence = new ArrayList<Evidence>();
        for (int i = 0; i < spans.length; i += 2) {
            evidence.add(new Evidence("any", spans[i], spans[i + 1], "any", 3.0));
        }
        return new ThemeTag(theme, 0.9, evidence);
    }

    private static String cut(String text, ThemeTag... tags) {
        return Segment.of(text, List.of(tags)).stream()
                .map(it -> it.text() + (it.themes().isEmpty() ? "" : it.themes()))
                .collect(Collectors.joining("/"));
    }

    @Test
    void evidence_is_cut_out() {
        assertThat(cut("lack of support", tag("barriers", 0, 4))).isEqualTo("lack[barriers]/ of support");
        assertThat(cut("the lack", tag("barriers", 4, 8))).isEqualTo("the /lack[barriers]");
    }

    @Test
    void evidence_of_several_themes_overlaps() {
        assertThat(cut("lack of support", tag("barriers", 0, 15), tag("culture", 8, 15)))
                .isEqualTo("lack of [barriers]/support[barriers, culture]");
        assertThat(cut("abcdef", tag("x", 0, 4), tag("y", 2, 6))).isEqualTo("ab[x]/cd[x, y]/ef[y]");
        assertThat(cut("abab", tag("x", 0, 2, 2, 4))).isEqualTo("ab[x]/ab[x]");
    }

    @Test
    void offsets_count_code_points_and_not_what_Java_counts() {
        assertThat(cut("👩‍👩‍👧 risk", tag("experimentation", 6, 10))).isEqualTo("👩‍👩‍👧 /risk[experimentation]");
    }

    @Test
    void a_text_without_evidence_is_one_segment_and_no_text_is_none() {
        assertThat(cut("nothing here")).isEqualTo("nothing here");
        assertThat(Segment.of("", List.of())).isEmpty();
    }

    @Test
    void offsets_beyond_the_text_are_cut_to_it() {
        assertThat(cut("abc", tag("x", 1, 99))).isEqualTo("a/bc[x]");
        assertThat(cut("abc", tag("x", 50, 99))).isEqualTo("abc");
    }

    @Test
    void all_segments_together_are_the_text() {
        var text = "a👩‍👩‍👧b שלום\u202e c\n\td";
        var whole = Stream.of(tag("x", 1, 4, 7, 9), tag("y", 0, 30)).toList();
        assertThat(Segment.of(text, whole).stream().map(Segment::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }
}
