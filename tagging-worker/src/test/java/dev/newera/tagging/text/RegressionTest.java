package dev.newera.tagging.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text that was once read wrong: a row for each, never to be removed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RegressionTest {

    static List<String> once_read_wrong() {
        return List.of(
                // Half a flag took the character after it along.
                "\ud83c\uddec#FrontLine",
                "🇬leader's",
                // A full-width ampersand with an emoji style after it was an emoji to one reader, "and" to the other.
                "supporting!＆\ufe0frt",
                // An apostrophe that is a letter to Unicode: no hashtag.
                "#ʼ ʼtis");
    }

    @ParameterizedTest
    @MethodSource("once_read_wrong")
    void both_readers_agree_now(String text) {
        assertThat(Tokens.of(text)).isEqualTo(NaiveTokens.of(text));
    }
}
