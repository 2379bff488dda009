package dev.newera.chat.http.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other people's words stay words, whatever they would like to be. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "=HYPERLINK(\"https://evil.example\",\"click\")",
                "+1",
                "-1+cmd",
                "@SUM(1+1)",
                "@HelenBevan A1: time",
                "\t=1",
                "\r=1",
                "\n=1",
                "  =1",
                "＝1",
                "＠SUM(1)"
            })
    void a_cell_that_would_be_a_formula_begins_with_an_apostrophe(String cell) {
        assertThat(CsvTranscript.defused(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A1: time", "1+1=2", "a@example.com", "'tis", "#NewEraNHS", "\"=1\""})
    void any_other_cell_is_left_as_it_is(String cell) {
        assertThat(CsvTranscript.defused(cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <script>alert(1)</script>     | \\<script\\>alert\\(1\\)\\<\\/script\\>
            **bold** _it_ `code` ~gone~   | \\*\\*bold\\*\\* \\_it\\_ \\`code\\` \\~gone\\~
            [x](javascript:alert(1))      | \\[x\\]\\(javascript\\:alert\\(1\\)\\)
            ![x](https://evil.example/p)  | \\!\\[x\\]\\(https\\:\\/\\/evil\\.example\\/p\\)
            &lt;b&gt;                     | \\&lt\\;b\\&gt\\;
            # heading                     | \\# heading
            1. list                       | 1\\. list
            back\\slash                   | back\\\\slash
            café 👩‍👩‍👧 שלום               | café 👩‍👩‍👧 שלום
            """)
    void nothing_in_a_tweet_is_Markdown(String text, String escaped) {
        assertThat(Markdown.inline(text)).isEqualTo(escaped);
    }

    @Test
    void every_line_of_a_tweet_stays_within_its_quotation() {
        assertThat(Markdown.quotation("one\n\n# two\r\n> three\u2028    four"))
                .isEqualTo("> one  \n>   \n> \\# two  \n> \\> three  \n> four");
        assertThat(Markdown.quotation("")).isEqualTo("> ");
    }

    @Test
    void a_name_neither_turns_the_line_around_nor_breaks_it() {
        assertThat(Words.plain("\u202eneleH\u202c\u2069 \n  Bevan\u2066")).isEqualTo("neleH Bevan");
        assertThat(Markdown.inline("a\n# b")).isEqualTo("a \\# b");
    }
}
