package dev.newera.tagging.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newera.tagging.text.Phrase.By;
import dev.newera.tagging.text.Phrase.Part;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PhraseTest {

    /** Phrase, the character at which it goes wrong (the first is 1), and why. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ``                | 1  | the phrase is empty
        `   `             | 1  | the phrase is empty
        "lack of          | 1  | the quote is not closed
        lack "" of        | 6  | nothing is quoted
        lack "  "         | 6  | nothing is quoted
        ~2 lack           | 1  | a gap stands between two words
        lack ~2 ~3 of     | 9  | a gap stands between two words
        lack ~2           | 8  | nothing follows the gap
        lack ~ of         | 6  | a gap is ~1 to ~20
        lack ~0 of        | 6  | a gap is ~1 to ~20
        lack ~21 of       | 6  | a gap is ~1 to ~20
        lack ~99999999 of | 6  | a gap is ~1 to ~20
        lack * of         | 6  | a * follows the start of a word
        *                 | 1  | a * follows the start of a word
        re*bel            | 3  | a * ends a word
        #a b              | 1  | a hashtag stands alone
        b #a              | 3  | a hashtag stands alone
        #a*               | 1  | a hashtag stands alone
        #                 | 1  | not a hashtag
        #7                | 1  | not a hashtag
        #a!               | 1  | not a hashtag
        "#a"              | 2  | '#' is not part of a word
        lack/of           | 5  | '/' is not part of a word
        lack, of          | 5  | ',' is not part of a word
        what?             | 5  | '?' is not part of a word
        😀 what?          | 7  | '?' is not part of a word
        @nhslean          | 1  | '@' is not part of a word
        https://t.co/x    | 1  | 'h' is not part of a word
        - a               | 1  | '-' is not part of a word
        a-b c-d e-f g-h   | 13 | too many hyphens
        1 2 3 4 5 6 7 8 9 10 11 12 13 | 28 | a phrase has at most 12 words
        """)
    void what_is_not_of_the_grammar_is_refused_with_place_and_reason(String phrase, int character, String reason) {
        assertThatThrownBy(() -> Phrase.parse(phrase))
                .isInstanceOf(PhraseException.class)
                .hasMessage("character " + character + ": " + reason);
    }

    @Test
    void words_are_compared_by_stem_quoted_ones_by_form_and_starts_by_prefix() {
        assertThat(Phrase.parse("lacking \"Lack of\" ~3 rebel*").alternatives())
                .containsExactly(List.of(
                        new Part(1, By.STEM, "lack"),
                        new Part(1, By.FORM, "lack"),
                        new Part(1, By.FORM, "of"),
                        new Part(3, By.PREFIX, "rebel")));
    }

    @Test
    void a_hyphen_gives_two_ways_to_say_it() {
        assertThat(Phrase.parse("a ~2 front-line").alternatives())
                .containsExactly(
                        List.of(new Part(1, By.STEM, "a"), new Part(2, By.STEM, "front"), new Part(1, By.STEM, "line")),
                        List.of(new Part(1, By.STEM, "a"), new Part(2, By.STEM, "frontlin")));
    }

    @Test
    void a_hashtag_is_compared_whole_without_case_and_underscores() {
        assertThat(Phrase.parse("#Frontline_First").alternatives())
                .containsExactly(List.of(new Part(1, By.HASHTAG, "#frontlinefirst")));
    }
}
