package dev.newera.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The habits of tweet chats, a row each. Most rows are from the labelled imitations; a bug is one more. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LabelTest {

    private static String read(String text) {
        return Label.of(text.replace("⏎", "\n"))
                .map(label -> (label.asks() ? "Q" : "A") + label.number())
                .orElse("none");
    }

    @ParameterizedTest(name = "{1} opens: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            A1: Permission. I needed eleven signatures to move a bin. #NewEraNHS | A1
            A1 Time. Not money, not will. | A1
            A3. Hierarchy. If you need 5 signatures to change a leaflet no one bothers | A3
            a2 same here | A2
            A2) the smallest thing | A2
            A2, the smallest thing | A2
            A2- the smallest thing | A2
            A2 - the smallest thing | A2
            A2/ the smallest thing | A2
            A2 | A2
            A12: a long chat | A12
            A4 Run charts, driver diagrams | A4
            A5 2nd yr student nurse & I've set up the mouthcare champions on 3 wards | A5
            (A1) time | A1
            [A1] time | A1
            *A1* time | A1
            “A1 time” | A1
            👋 A1: hi all, Dee, practice nurse | A1
            @chat_host_nenra A2 barriers in general practice: bureaucracy | A2
            .@chat_host_nenra A2 barriers in general practice | A2
            @ahpchat_host @podiatry_nev A1: being treated like naughty children | A1
            #NewEraNHS A6 a daughter's story | A6
            #NewEraNHS: A6 a daughter's story | A6
            RT @chat_host_shcr: Q2 what skills do change agents need? | Q2
            Q1: What is the single biggest thing that stops good ideas? | Q1
            Q2. How have you used connections outside your own organisation? | Q2
            Q4 reply: I'm a band 5. Nobody appointed me. | Q4
            Q1 on vision: who wrote yours? | Q1
            Re Q1, it depends | Q1
            re: Q1 it depends | Q1
            Answer 1: it depends | A1
            Ans 1. it depends | A1
            Ans1 it depends | A1
            Question 3: who decides? | Q3
            Q.3 who decides? | Q3
            A 1: fear | A1
            #A1 fear #NewEraNHS | A1
            ＃A1 fear | A1
            A1: Time. A2: Time. A3: see A1. | A1
            Q1: can you teach it? A1: yes but you have to start with noticing yourself. | Q1
            Late, sorry!⏎A3: be who you are | A3
            """)
    void a_label_at_the_beginning(String text, String label) {
        assertThat(read(text)).isEqualTo(label);
    }

    @ParameterizedTest(name = "{1} is set apart: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            What stops networks working in health care? A2: hierarchies that want to own them | A2
            What stops you taking risks at work? A1: fear of complaint | A1
            Honest answer to Q1: the barrier is middle managers like me. | Q1
            fear, plain fear #A2 #NewEraNHS | A2
            Time for #Q3 everybody | Q3
            """)
    void a_label_that_is_set_apart(String text, String label) {
        assertThat(read(text)).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bridge on the A52 closed both ways so outpatients running late, sorry folks",
                "Wrote down the nine things we wish we'd known. One side of A4. No logo.",
                "A 7 year old redesigned our cannula trolley w/ felt tips",
                "A 20 min induction & a booklet?",
                "You'd need to be mad to try to improve anything in Q4",
                "IT said \"maybe Q4\". The patient said never mind.",
                "A1b or not to be",
                "A1.5 times the work",
                "A0 is no answer, Q0 no question",
                "A100 ways to fail",
                "Quality first. All of us.",
                "a1c levels are down",
                "@a1: hello",
                "#a1team together",
                "https://example.com/a1: a link",
                "Notice nobody ever stood up",
                "",
                "   ",
                "#NewEraNHS"
            })
    void what_is_no_label(String text) {
        assertThat(read(text)).isEqualTo("none");
    }

    @ParameterizedTest(name = "{1} in passing: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            inertia. thats my one word answer to Q1 #SHCR | 1
            hope the cat's ok! we're on Q2, something about sandwiches I think | 2
            How do we overcome barriers? Q3. By going round them | 3
            I'd say the same of q1 and Q1 again | 1
            """)
    void a_question_named_in_passing(String text, int number) {
        assertThat(Label.mentioned(text)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Q1 and Q2 are the same to me",
                "see https://example.com/?q=Q1 or /Q1",
                "one side of A4",
                "@q1 hello",
                "FAQ1",
                "no question here"
            })
    void none_or_several_questions_in_passing(String text) {
        assertThat(Label.mentioned(text)).isEqualTo(OptionalInt.empty());
    }

    @Test
    void reading_a_label_takes_no_longer_the_stranger_the_text() {
        assertThat(Label.of("@a ".repeat(50_000) + "A")).isEmpty();
        assertThat(Label.of("#q1x".repeat(50_000))).isEmpty();
        assertThat(Label.of("\n".repeat(50_000) + "A1")).isPresent();
        assertThat(Label.mentioned("Q1 ".repeat(50_000))).hasValue(1);
    }
}
