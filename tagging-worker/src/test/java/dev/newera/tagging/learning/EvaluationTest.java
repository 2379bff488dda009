package dev.newera.tagging.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.newera.tagging.Codebook;
import dev.newera.tagging.Indicator;
import dev.newera.tagging.Tagger;
import dev.newera.tagging.Theme;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Figures of a set that is small enough to count by hand. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EvaluationTest {
    private static final Codebook CODEBOOK = new Codebook(
            "tiny",
            "Tiny",
            null,
            1,
            List.of(
                    Theme.of("barriers", List.of(Indicator.written("barrier"))),
                    Theme.of("networks", List.of(Indicator.written("network"), Indicator.written("tribe")))));

    private final Evaluation evaluation = Evaluation.of(
            new Tagger(CODEBOOK),
            List.of(
                    tweet("1", "A barrier to our network", "barriers", "networks"),
                    tweet("2", "Find your tribe", "networks"),
                    tweet("3", "The crash barrier is down"),
                    tweet("4", "Nobody would sign the form", "barriers"),
                    tweet("5", "Lunch")));

    private static LabelledTweet tweet(String id, String text, String... themes) {
        return new LabelledTweet(id, "here", text, Set.of(themes));
    }

    @Test
    void each_theme_has_what_was_right_wrong_and_missed() {
        assertThat(evaluation.themes())
                .containsEntry("barriers", new Counts(1, 1, 1))
                .containsEntry("networks", new Counts(2, 0, 0));
    }

    @Test
    void micro_counts_every_tag_the_same() {
        var micro = evaluation.micro();
        assertThat(micro.precision()).isEqualTo(0.75);
        assertThat(micro.recall()).isEqualTo(0.75);
        assertThat(micro.f1()).isEqualTo(0.75);
    }

    @Test
    void macro_counts_every_theme_the_same() {
        assertThat(evaluation.macroF1()).isCloseTo((0.5 + 1) / 2, within(1e-12));
    }

    @Test
    void the_worst_mistake_comes_first() {
        assertThat(evaluation.mistakes())
                .extracting(mistake -> mistake.tweet().id(), Mistake::missed)
                .containsExactly(tuple("4", true), tuple("3", false));
    }

    @Test
    void nothing_to_find_and_nothing_found_is_perfect() {
        assertThat(Counts.NONE.precision()).isOne();
        assertThat(Counts.NONE.recall()).isOne();
        assertThat(Counts.NONE.f1()).isOne();
    }
}
