package dev.newera.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.tagging.yaml.CodebookFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The codebook that the chat begins with, as it is shipped. Its examples are checked by reading it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DefaultCodebookTest {
    private static final Tagger TAGGER = new Tagger(shipped());

    private static Codebook shipped() {
        try (var file = DefaultCodebookTest.class.getResourceAsStream("/codebook/new-era.yaml")) {
            return CodebookFile.checkingExamples().parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadCodebook e) {
            throw new AssertionError(e);
        }
    }

    static Stream<Arguments> real_tweets() {
        return Stream.of(
                Arguments.of(
                        "Has lack of support for rebels and ideas been a barrier to innovation in the past? #NewEraNHS",
                        List.of("barriers", "change-agents", "culture-and-support")),
                Arguments.of(
                        "Not only lack of support, but lack of awareness of the very existence of radicals #NewEraNHS",
                        List.of("barriers", "change-agents", "culture-and-support")),
                Arguments.of(
                        "A key principle for emergent leadership is that change must start with 'me'. #NewEraNHS",
                        List.of("emergent-leadership")),
                Arguments.of(
                        "Be authentic, be credible, be a leader, support others, build a network, find your tribe, take"
                                + " risks, be passionate #neweranhs",
                        List.of("networks", "emergent-leadership", "experimentation", "purpose-and-story")));
    }

    @ParameterizedTest
    @MethodSource("real_tweets")
    void the_real_tweets_of_the_chat_carry_what_the_coding_guide_says(String text, List<String> themes) {
        assertThat(TAGGER.themes(text)).containsExactlyInAnyOrderElementsOf(themes);
    }

    @ParameterizedTest
    @MethodSource("real_tweets")
    void every_tag_of_a_real_tweet_quotes_its_words(String text, List<String> themes) {
        assertThat(TAGGER.tag(text).tags())
                .allSatisfy(tag -> assertThat(tag.evidence())
                        .isNotEmpty()
                        .allSatisfy(evidence -> assertThat(text).contains(evidence.text())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The wifi network is down again",
                "Missed my connection at Crewe",
                "Crash barrier down on the M6, long delays",
                "The road barrier is broken",
                "On the edge of my seat for that penalty shoot-out",
                "The new scanner is cutting edge",
                "Rebel Wilson film tonight",
                "Watching Star Wars with the kids, up the rebels",
                "Blood cultures before antibiotics please",
                "Driving test failed again",
                "Sharing is caring: cake in the staff room",
                "Reminder: fire alarm test at 11",
                "Happy birthday to our lovely ward clerk",
                "Thanks for the follow, have a great weekend"
            })
    void other_uses_of_the_words_carry_no_theme(String text) {
        assertThat(TAGGER.themes(text)).isEmpty();
    }

    @Test
    void every_theme_is_described_coloured_and_exemplified() {
        assertThat(shipped().themes()).hasSize(10).allSatisfy(theme -> {
            assertThat(theme.definition()).isNotBlank();
            assertThat(theme.useWhen()).isNotBlank();
            assertThat(theme.notWhen()).isNotBlank();
            assertThat(theme.color()).isNotBlank();
            assertThat(theme.examples().yes()).isNotEmpty();
            assertThat(theme.examples().no()).isNotEmpty();
        });
    }
}
