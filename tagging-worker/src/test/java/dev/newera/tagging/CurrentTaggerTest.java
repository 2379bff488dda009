package dev.newera.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CurrentTaggerTest {

    private final CurrentTagger current = new CurrentTagger();

    @Test
    void there_is_none_before_the_first_codebook() {
        assertThat(current.now()).isEmpty();
    }

    @Test
    void who_waits_for_the_first_one_gets_it_when_it_comes() {
        var first = current.ofVersion(0).toCompletableFuture();

        current.replaceBy(tagger(3));

        assertThat(first)
                .isCompletedWithValueMatching(tagger -> tagger.codebook().version() == 3);
    }

    @Test
    void who_waits_for_a_version_goes_on_waiting_while_earlier_ones_come() {
        var fourth = current.ofVersion(4).toCompletableFuture();

        current.replaceBy(tagger(3));

        assertThat(fourth).isNotCompleted();
        current.replaceBy(tagger(5));
        assertThat(fourth)
                .isCompletedWithValueMatching(tagger -> tagger.codebook().version() == 5);
    }

    @Test
    void who_stopped_waiting_holds_up_nobody() {
        current.ofVersion(1).toCompletableFuture().cancel(false);

        current.replaceBy(tagger(1));

        assertThat(current.ofVersion(1).toCompletableFuture()).isCompleted();
    }

    private static Tagger tagger(int version) {
        var barriers = Theme.of("barriers", List.of(Indicator.written("barrier")));
        return new Tagger(new Codebook("new-era", "The new era", null, version, List.of(barriers)));
    }
}
