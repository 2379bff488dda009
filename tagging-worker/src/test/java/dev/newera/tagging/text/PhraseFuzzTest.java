package dev.newera.tagging.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

/** The indicator grammar, given what nobody would write: it is read, or refused in words, and nothing else happens. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PhraseFuzzTest {

    @FuzzTest(maxDuration = "2m")
    void any_line_is_a_phrase_or_is_told_where_and_why_it_is_none(byte[] data) {
        var line = new String(data, StandardCharsets.UTF_8);
        try {
            assertIsWhole(Phrase.parse(line));
        } catch (PhraseException refused) {
            assertThat(refused.position()).isBetween(0, line.codePointCount(0, line.length()));
            assertThat(refused).hasMessageMatching("(?s).+");
        }
    }

    private static void assertIsWhole(Phrase phrase) {
        assertThat(phrase.alternatives())
                .isNotEmpty()
                .allSatisfy(parts -> assertThat(parts)
                        .isNotEmpty()
                        .hasSizeLessThanOrEqualTo(Phrase.MOST_PARTS)
                        .allSatisfy(part -> {
                            assertThat(part.within()).isBetween(1, Phrase.WIDEST_GAP);
                            assertThat(part.key()).isNotEmpty();
                        }));
        Matcher.builder().add(phrase.text()).build().find(phrase.text());
    }
}
