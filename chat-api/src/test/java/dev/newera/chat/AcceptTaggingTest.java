package dev.newera.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a tagger may say: whatever else would stay in the batch, or in the counts, for ever. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AcceptTaggingTest {
    private static final TweetId TWEET = new TweetId(UUID.fromString("019a0000-0000-7000-8000-000000000001"));
    private static final Instant AT = Instant.parse("2014-09-12T12:00:01Z");

    private final AcceptTagging acceptTagging = new AcceptTagging(any -> Map.of(), "new-era", "lexical");

    private static Tagging tagging(String codebook, String tagger, String version, Instant at, ThemeTag... tags) {
        return new Tagging(TWEET, 1, codebook, 1, tagger, version, at, Optional.empty(), List.of(tags));
    }

    private static Tagging tagging(ThemeTag... tags) {
        return tagging("new-era", "lexical", "1", AT, tags);
    }

    private static ThemeTag tag(String theme) {
        return new ThemeTag(theme, 0.9, List.of(evidence(0, 4, 3.0)));
    }

    private static Evidence evidence(int start, int end, Double weight) {
        return new Evidence("barrier", start, end, "What", weight);
    }

    private static ThemeTag because(Evidence evidence) {
        return new ThemeTag("barriers", 0.9, List.of(evidence));
    }

    @Test
    void themes_with_their_evidence_are_accepted_and_no_theme_too() {
        assertThatCode(() -> acceptTagging.require(tagging(tag("barriers"), tag("networks"))))
                .doesNotThrowAnyException();
        assertThatCode(() -> acceptTagging.require(tagging())).doesNotThrowAnyException();
        assertThatCode(() -> acceptTagging.require(tagging(because(evidence(0, 4, null)))))
                .doesNotThrowAnyException();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(tagging("old-era", "lexical", "1", AT), "codebook_id is not new-era"),
                Arguments.of(tagging("new-era", "guess", "1", AT), "tagger.id is not lexical"),
                Arguments.of(tagging("new-era", "lexical", "latest", AT), "a tagger version is numbers"),
                Arguments.of(tagging("new-era", "lexical", "1", Instant.MAX), "tagged_at is not a time"),
                Arguments.of(tagging("new-era", "lexical", "1", Instant.MIN), "tagged_at is not a time"),
                Arguments.of(tagging(tag("barriers"), tag("barriers")), "a theme is given twice"),
                Arguments.of(tagging(tag("")), "a theme holds 1 to 100"),
                Arguments.of(tagging(tag("t".repeat(101))), "a theme holds 1 to 100"),
                Arguments.of(tagging(new ThemeTag("barriers", 1.1, List.of())), "a score lies"),
                Arguments.of(tagging(new ThemeTag("barriers", Double.NaN, List.of())), "a score lies"),
                Arguments.of(tagging(because(evidence(4, 4, 3.0))), "evidence has an empty span"),
                Arguments.of(tagging(because(evidence(-1, 4, 3.0))), "evidence has an empty span"),
                Arguments.of(tagging(because(evidence(0, 4, Double.NEGATIVE_INFINITY))), "a weight is not a number"),
                Arguments.of(
                        tagging(IntStream.range(0, 101)
                                .mapToObj(i -> tag("theme-" + i))
                                .toArray(ThemeTag[]::new)),
                        "there are 101 tags"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_could_not_be_kept_is_refused_in_words(Tagging tagging, String reason) {
        var failure = catchThrowableOfType(Failure.class, () -> acceptTagging.require(tagging));

        assertThat(failure).hasMessageStartingWith(reason);
        assertThat(failure.code()).isEqualTo(Failure.Code.INVALID);
    }
}
