package dev.newera.tagging.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

/**
 * Texts that a fuzzer thinks of. The build replays what it found worth keeping ({@code src/test/resources/…/TextFuzzTestInputs});
 * {@code JAZZER_FUZZ=1 mvn test -pl tagging-worker -am -Dtest='TextFuzzTest#the_tokens*' -Dsurefire.failIfNoSpecifiedTests=false}
 * looks for more.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TextFuzzTest {
    /** The naive matcher takes the product of everything; a fuzzer would make it wait for that. */
    private static final int MOST_PHRASES = 12;

    private static final int LONGEST_TEXT = 120;

    /** UTF-16, so that half a surrogate pair is among them. */
    @FuzzTest(maxDuration = "2m")
    void the_tokens_of_any_text_are_those_of_the_naive_reader(byte[] data) {
        var text = new String(data, StandardCharsets.UTF_16BE);
        assertThat(Tokens.of(text)).isEqualTo(NaiveTokens.of(text));
    }

    /** The last line is the text, those above are the phrases; all are of one group but the first. */
    @FuzzTest(maxDuration = "2m")
    void the_hits_of_any_phrases_are_those_of_the_naive_matcher(byte[] data) {
        var lines = new String(data, StandardCharsets.UTF_8).split("\n");
        var text = lines[lines.length - 1];
        var fast = Matcher.builder();
        var naive = new NaiveMatcher();
        for (var phrase : phrases(lines)) {
            var group = phrase.equals(lines[0]) ? null : "group";
            naive.add(phrase, group);
            var ignored = group == null ? fast.add(phrase) : fast.add(phrase, group);
        }
        if (text.length() <= LONGEST_TEXT) {
            assertThat(fast.build().find(text)).isEqualTo(naive.find(text));
        }
    }

    private static List<String> phrases(String[] lines) {
        return List.of(lines).subList(0, lines.length - 1).stream()
                .limit(MOST_PHRASES)
                .filter(TextFuzzTest::isPhrase)
                .toList();
    }

    private static boolean isPhrase(String text) {
        try {
            Phrase.parse(text);
            return true;
        } catch (PhraseException notOfTheGrammar) {
            return false;
        }
    }
}
