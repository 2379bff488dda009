package dev.newera.tagging.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens and their places, in code points of the text as it was posted. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TokensTest {

    /** The text, the word that is looked for by its form, and where it stands. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a barrier                     | barrier   | 2  | 9
        😀 barrier                    | barrier   | 2  | 9
        😀😀😀barrier                 | barrier   | 3  | 10
        👩‍👩‍👧‍👦 barrier                  | barrier   | 8  | 15
        👍🏽 barrier                    | barrier   | 3  | 10
        ❤️ barrier                    | barrier   | 3  | 10
        🇬🇧barrier                     | barrier   | 2  | 9
        1️⃣ barrier                    | barrier   | 4  | 11
        🏴󠁧󠁢󠁥󠁮󠁧󠁿 barrier                    | barrier   | 8  | 15
        𝓑𝓸𝓵𝓭 barrier                  | bold      | 0  | 4
        𝓑𝓸𝓵𝓭 barrier                  | barrier   | 5  | 12
        ｂａｒｒｉｅｒ here            | barrier   | 0  | 7
        ﬁnd here                      | find      | 0  | 3
        ﬁnd here                      | here      | 4  | 8
        STRASSE Straße                | strasse   | 0  | 7
        שלום barrier                  | barrier   | 5  | 12
        שלום                          | שלום      | 0  | 4
        مرحبا, barrier                | barrier   | 7  | 14
        日本語 barrier                | barrier   | 4  | 11
        नमस्ते barrier                   | barrier   | 7  | 14
        #FrontlineFirst               | first     | 10 | 15
        😀#FrontlineFirst             | first     | 11 | 16
        x—barrier—y                   | barrier   | 2  | 9
        “barrier”                     | barrier   | 1  | 8
        """)
    void places_are_code_points(String text, String form, int start, int end) {
        var found = word(text, form);
        assertThat(List.of(found.start(), found.end())).containsExactly(start, end);
        assertThat(Tokens.of(text)).isEqualTo(NaiveTokens.of(text));
    }

    /** Characters that nobody sees, written as escapes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a \\u200Ebarrier\\u200E x         | barrier | 3 | 10
        \\u202Bbarrier\\u202C x           | barrier | 1 | 8
        \\u2067barrier\\u2069             | barrier | 1 | 8
        \\uFEFFbarrier                    | barrier | 1 | 8
        bar\\u00ADrier x                  | barrier | 0 | 8
        bar\\u200Drier x                  | barrier | 0 | 8
        bar\\u200Brier x                  | rier    | 4 | 8
        e\\u0301dge x                     | \\u00E9dge | 0 | 5
        \\u00E9dge x                      | \\u00E9dge | 0 | 4
        z\\u0335\\u0336\\u0337ebra x      | x       | 9 | 10
        \\uD83D barrier                   | barrier | 2 | 9
        \\uDE00\\uD83D barrier            | barrier | 3 | 10
        barrier\\uD83D                    | barrier | 0 | 7
        bar\\uDB40\\uDC01rier x           | barrier | 0 | 8
        barrier\\uDB40\\uDC01 x           | barrier | 0 | 7
        """)
    void what_nobody_sees_moves_places_and_changes_no_word(String text, String form, int start, int end) {
        places_are_code_points(unescaped(text), unescaped(form), start, end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Café rebels naïve façade",
                "Ångström Straße ÉDGE",
                "#ÉdgeNaïve re\u0301sume\u0301 Việt Nam",
                "각 한국어 rebel",
            })
    void composed_and_decomposed_texts_have_the_same_words_each_at_its_own_place(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        assertThat(forms(decomposed)).isEqualTo(forms(composed));
        assertThat(quotes(decomposed).stream()
                        .map(quote -> Normalizer.normalize(quote, Normalizer.Form.NFC))
                        .toList())
                .isEqualTo(quotes(composed));
    }

    @Test
    void a_tweet_is_read_like_this() {
        assertThat(show("RT @nhslean: #NewEraNHS isn’t \uD83D\uDC69\uD83C\uDFFD‍\u2695\uFE0F front-line &"
                        + " 7,000 https://t.co/x"))
                .isEqualTo(
                        "new era nhs [neweranhs] #neweranhs isn't \uD83D\uDC69‍\u2695 front line [frontline] and 7000");
    }

    @Test
    void five_hundred_marks_on_one_letter_are_one_word() {
        var text = "z" + "\u0335".repeat(500) + " barrier";
        assertThat(word(text, "barrier").start()).isEqualTo(502);
        assertThat(Tokens.of(text)).hasSize(2).isEqualTo(NaiveTokens.of(text));
    }

    @Test
    void positions_go_on_by_one_and_jump_where_nothing_reaches_across() {
        var positions = Tokens.of("a b @c d").stream().map(Token::position).toList();
        assertThat(positions).containsExactly(0, 1, 2 + Phrase.WIDEST_GAP + 1);
    }

    private static String show(String text) {
        return Tokens.of(text).stream()
                .map(token -> token.kind() == Token.Kind.COMPOUND ? "[" + token.form() + "]" : token.form())
                .collect(Collectors.joining(" "));
    }

    private static List<String> forms(String text) {
        return Tokens.of(text).stream().map(Token::form).toList();
    }

    private static List<String> quotes(String text) {
        return Tokens.of(text).stream()
                .map(token -> BothMatchers.quote(text, new Hit(0, token.start(), token.end())))
                .toList();
    }

    private static Token word(String text, String form) {
        return Tokens.of(text).stream()
                .filter(token -> token.form().equals(form))
                .findFirst()
                .orElseThrow(() -> new AssertionError(form + " is not in " + Tokens.of(text)));
    }

    private static String unescaped(String text) {
        return Pattern.compile("\\\\u([0-9A-F]{4})")
                .matcher(text)
                .replaceAll(found -> Character.toString((char) Integer.parseInt(found.group(1), 16)));
    }
}
