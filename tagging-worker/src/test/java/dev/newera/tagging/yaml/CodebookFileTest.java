package dev.newera.tagging.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.newera.tagging.BadCodebook;
import dev.newera.tagging.BadCodebook.Problem;
import dev.newera.tagging.Codebook;
import dev.newera.tagging.Indicator;
import dev.newera.tagging.Theme;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CodebookFileTest {
    private static final String GOOD = """
        codebook: new-era
        title: The new era
        source: "White paper, July 2014"
        themes:
          - id: barriers
            name: Barriers to change
            definition: What blocks change.
            use_when: a lack, a block
            not_when: a physical obstacle
            color: "#b5482a"
            pole: dominant
            indicators: [ barrier, '"lack of" support', {phrase: crash barrier, weight: -4} ]
            examples:
              yes: [ "Has lack of support been a barrier?" ]
              no: [ "A crash barrier" ]
          - id: fear
            name: Fear
            parent: barriers
            indicators: [ fear ]
        """;

    @Test
    void a_file_is_read_key_for_key() throws BadCodebook {
        assertThat(CodebookFile.checkingExamples().parse(GOOD))
                .isEqualTo(new Codebook(
                        "new-era",
                        "The new era",
                        "White paper, July 2014",
                        Codebook.UNPUBLISHED,
                        List.of(
                                new Theme(
                                        "barriers",
                                        "Barriers to change",
                                        "What blocks change.",
                                        "a lack, a block",
                                        "a physical obstacle",
                                        "#b5482a",
                                        null,
                                        Theme.Pole.DOMINANT,
                                        Theme.DEFAULT_BIAS,
                                        Theme.DEFAULT_THRESHOLD,
                                        List.of(
                                                Indicator.written("barrier"),
                                                Indicator.written("\"lack of\" support"),
                                                Indicator.written("crash barrier", -4)),
                                        new Theme.Examples(
                                                List.of("Has lack of support been a barrier?"),
                                                List.of("A crash barrier"))),
                                new Theme(
                                        "fear",
                                        "Fear",
                                        null,
                                        null,
                                        null,
                                        null,
                                        "barriers",
                                        null,
                                        Theme.DEFAULT_BIAS,
                                        Theme.DEFAULT_THRESHOLD,
                                        List.of(Indicator.written("fear")),
                                        Theme.Examples.NONE))));
    }

    @Test
    void json_of_the_same_shape_is_read_too() throws BadCodebook {
        var json = """
            {"codebook":"c","title":"T","themes":[{"id":"a","name":"A","indicators":["x",{"phrase":"y \\"z\\"","weight":1.5e0}],
            "examples":{"yes":["x"],"no":["no"]}}]}\
            """;
        assertThat(CodebookFile.draft().parse(json).themes().get(0).indicators())
                .containsExactly(Indicator.written("x"), Indicator.written("y \"z\"", 1.5));
    }

    @Test
    void what_was_learned_gives_weights_to_written_indicators_and_adds_its_own() throws BadCodebook {
        var learned = GOOD + """
            learned:
              made: {by: hand, from: 3 tweets, f1: 0.9}
              themes:
                barriers: {bias: -1.25, threshold: 0.4, weights: {barrier: 2.5, no time: 0.75}}
            """;
        var theme = CodebookFile.draft().parse(learned).themes().get(0);
        assertThat(theme.bias()).isEqualTo(-1.25);
        assertThat(theme.threshold()).isEqualTo(0.4);
        assertThat(theme.indicators())
                .containsExactly(
                        Indicator.written("barrier", 2.5),
                        Indicator.written("\"lack of\" support"),
                        Indicator.written("crash barrier", -4),
                        Indicator.learned("no time", 0.75));
        assertThat(CodebookFile.handWritten().parse(learned))
                .isEqualTo(CodebookFile.draft().parse(GOOD));
    }

    /** In the good file, a text is replaced by another; the line, column, path and reason that follow from it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        title: The new era   | titel: The new era      | line 2, column 1: unknown key 'titel'; known are codebook, title, source, themes, learned
        title: The new era   | title: ' '              | line 2, column 8, title: is empty
        title: The new era   | title: [a]              | line 2, column 8, title: a text is expected
        codebook: new-era    | codebook: New Era       | line 1, column 11, codebook: 'New Era' is not an id: small letters, digits, single hyphens between
        name: Fear           | nome: Fear              | line 17, column 5, themes[1]: unknown key 'nome'
        name: Fear           | name:                   | line 17, column 10, themes[1].name: is missing
        id: fear             | id: barriers            | line 16, column 9, themes[1].id: the theme 'barriers' stands twice
        parent: barriers     | parent: hope            | line 18, column 13, themes[1].parent: there is no theme 'hope'
        parent: barriers     | parent: fear            | line 18, column 13, themes[1].parent: 'fear' stands above itself
        #b5482a              | blue                    | line 10, column 12, themes[0].color: 'blue' is not a colour: #rrggbb
        pole: dominant       | pole: north             | line 11, column 11, themes[0].pole: 'north' is not a pole: dominant or emergent
        [ fear ]             | [ fear, '' ]            | line 19, column 25, themes[1].indicators[1]: is empty
        [ fear ]             | [ fear, fear ]          | line 19, column 25, themes[1].indicators[1]: the indicator 'fear' stands twice
        [ fear ]             | [ fear ~ ]              | line 19, column 19, themes[1].indicators[0]: 'fear ~' is not an indicator: character 6: a gap is ~1 to ~20
        [ fear ]             | [ [fear] ]              | line 19, column 19, themes[1].indicators[0]: a text is expected
        [ fear ]             | fear                    | line 19, column 17, themes[1].indicators: a list is expected
        weight: -4           | weight: -40             | line 12, column 81, themes[0].indicators[2].weight: a number from -20 to 20 is expected
        weight: -4           | weight: .nan            | line 12, column 81, themes[0].indicators[2].weight: a number from -20 to 20 is expected
        weight: -4           | weight: heavy           | line 12, column 81, themes[0].indicators[2].weight: a number from -20 to 20 is expected
        weight: -4           | wait: -4                | line 12, column 73, themes[0].indicators[2]: unknown key 'wait'; known are phrase, weight
        examples:            | examples: {maybe: [x]}\\n    old:  | unknown key 'maybe'; known are yes, no
        "A crash barrier"    | "A barrier"             | line 15, column 13, themes[0].examples.no[0]: the counter-example gets the theme 'barriers'
        "Has lack of support been a barrier?" | "Has it?" | line 14, column 14, themes[0].examples.yes[0]: the example does not get the theme 'barriers'
        """)
    void a_bad_file_names_line_and_reason(String text, String by, String problem) {
        var file = GOOD.replace(text, by.replace("\\n", "\n"));
        assertThat(refused(file)).anyMatch(one -> one.toString().contains(problem), problem);
    }

    @Test
    void all_problems_are_named_at_once_in_the_order_of_the_file() {
        var file = GOOD.replace("title: The new era", "titel: x")
                .replace("#b5482a", "blue")
                .replace("[ fear ]", "[ '*' ]");
        assertThat(refused(file))
                .extracting(Problem::line, Problem::path)
                .containsExactly(
                        tuple(1, "title"),
                        tuple(2, ""),
                        tuple(10, "themes[0].color"),
                        tuple(19, "themes[1].indicators[0]"));
    }

    @Test
    void what_was_learned_is_checked_too() {
        var file = GOOD + """
            learned:
              themes:
                hope: {bias: 99}
                fear: {weights: {'a ~': 1, b: 1000}}
            """;
        assertThat(refused(file))
                .extracting(Problem::toString)
                .containsExactly(
                        "line 22, column 11, learned.themes.hope: there is no theme 'hope'",
                        "line 22, column 18, learned.themes.hope.bias: a number from -20 to 20 is expected",
                        "line 23, column 29, learned.themes.fear.weights.a ~: 'a ~' is not an indicator: character 3:"
                                + " a gap is ~1 to ~20",
                        "line 23, column 35, learned.themes.fear.weights.b: a number from -20 to 20 is expected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "---",
                "just words",
                "[]",
                "a: [",
                "\t- x",
                "a: b: c",
                "\"",
                "{\"a\": 1, \"a\": 2}",
                "a: !!java.lang.Runtime {}"
            })
    void what_is_no_codebook_at_all_is_refused_in_a_sentence(String document) {
        assertThat(refused(document))
                .isNotEmpty()
                .allMatch(problem -> problem.reason().length() > 5);
    }

    @Test
    void bombs_are_refused_before_they_go_off() {
        assertThat(reason("[".repeat(100_000))).contains("nested more than 12 deep");
        assertThat(reason("{\"a\":".repeat(100_000))).contains("nested more than 12 deep");
        assertThat(reason("a: &a [x]\nb: [*a, *a]")).contains("aliases (*name) are not allowed");
        assertThat(reason("a: 1\n---\nb: 2")).contains("a second document begins");
        assertThat(reason("x: " + "y".repeat(2_000_000))).contains("longer than 1048576 characters");
    }

    @Test
    void a_file_that_is_wrong_a_million_times_names_the_first_hundred() {
        assertThat(refused(GOOD.replace("[ fear ]", "[" + "'*',".repeat(10_000) + "]")))
                .hasSize(100);
    }

    @Test
    void a_draft_s_examples_may_fail() {
        var file = GOOD.replace("\"A crash barrier\"", "\"A barrier\"");
        assertThatCode(() -> CodebookFile.draft().parse(file)).doesNotThrowAnyException();
    }

    private static String reason(String document) {
        return refused(document).get(0).reason();
    }

    private static List<Problem> refused(String document) {
        return catchThrowableOfType(
                        BadCodebook.class, () -> CodebookFile.checkingExamples().parse(document))
                .problems();
    }
}
