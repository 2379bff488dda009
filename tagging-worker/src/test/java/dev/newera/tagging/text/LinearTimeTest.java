package dev.newera.tagging.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the text and whatever the phrases, twice the text is twice the steps. Steps are counted; no clock is read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LinearTimeTest {
    private static Matcher matcher;

    @BeforeAll
    static void compile_phrases_that_all_overlap() {
        var builder = Matcher.builder();
        hostilePhrases().forEach(builder::add);
        matcher = builder.build();
    }

    /** Each is the piece that a hostile text repeats. */
    static List<String> hostilePieces() {
        return List.of(
                "a",
                "a ",
                "a b ",
                "the of and to in is ",
                "#a ",
                "#aB",
                "#aBcDeF ",
                "a-",
                "a'",
                "1,",
                "a.",
                "&",
                "@a ",
                "-",
                "😀",
                "👩‍",
                "\u0301",
                "www.",
                "a.b/",
                "a-b.",
                "rt  ",
                "#1",
                "#_",
                "http://",
                "lack of ",
                "ＡＢ ",
                "\ud83d");
    }

    /** Every phrase of these overlaps with every other on the pieces above. */
    private static List<String> hostilePhrases() {
        var phrases = new ArrayList<String>();
        var words = List.of("a", "b", "\"a\"", "a*", "b*");
        for (int gap = 1; gap <= Phrase.WIDEST_GAP; gap++) {
            for (var first : words) {
                for (var second : words) {
                    for (var third : words) {
                        phrases.add(
                                first + " ~" + gap + " " + second + " ~" + (Phrase.WIDEST_GAP + 1 - gap) + " " + third);
                        phrases.add(first + " ~" + gap + " " + second + " " + third);
                        phrases.add(first + " " + second + " ~" + gap + " " + third);
                        phrases.add(first + " ~" + gap + " " + second + " ~" + gap + " " + third + " ~2 a");
                    }
                }
            }
        }
        IntStream.rangeClosed(1, Phrase.MOST_PARTS).forEach(n -> phrases.add("a ".repeat(n)));
        IntStream.rangeClosed(1, 280).forEach(n -> phrases.add("a".repeat(n) + "*"));
        return phrases;
    }

    @ParameterizedTest
    @MethodSource("hostilePieces")
    void twice_a_hostile_text_is_twice_the_steps(String piece) {
        var scanner = matcher.scanner();
        long once = steps(scanner, piece.repeat(280));
        long twice = steps(scanner, piece.repeat(560));
        assertThat(twice).isLessThanOrEqualTo(once * 2 + once / 10 + 10);
    }

    @Test
    void ten_thousand_phrases_that_overlap_are_found_in_one_pass() {
        var phrases = hostilePhrases();
        assertThat(phrases).hasSizeGreaterThan(10_000);
        var scanner = matcher.scanner();
        scanner.scan("a ".repeat(140));
        assertThat(scanner.work()).isLessThan(140L * 4 * matcher.automaton().size());
    }

    @Test
    void the_steps_do_not_grow_with_phrases_that_the_text_has_nothing_of() {
        var few = Matcher.builder().add("lack of support");
        var many = Matcher.builder().add("lack of support");
        IntStream.range(0, 10_000).forEach(n -> many.add("x" + n + " ~3 y" + n));
        var text = "Has lack of support for rebels and ideas been a barrier to innovation in the past?";
        assertThat(steps(many.build().scanner(), text))
                .isEqualTo(steps(few.build().scanner(), text));
    }

    @Test
    void ever_new_words_do_not_make_the_memory_grow() {
        var scanner = Matcher.builder().add("w*").build().scanner();
        for (int n = 0; n < 60_000; n++) {
            assertThat(scanner.scan("w" + n + " é" + n)).isEqualTo(1);
        }
        assertThat(scanner.remembered()).isLessThan(40_000);
    }

    @Test
    void ever_new_words_that_are_long_do_not_either() {
        var scanner = Matcher.builder().add("w*").build().scanner();
        for (int n = 0; n < 100; n++) {
            assertThat(scanner.scan("w".repeat(60_000) + n)).isEqualTo(1);
        }
        assertThat(scanner.rememberedCharacters()).isLessThan(600_000);
    }

    private static long steps(Scanner scanner, String text) {
        long before = scanner.work();
        scanner.scan(text);
        return scanner.work() - before;
    }
}
