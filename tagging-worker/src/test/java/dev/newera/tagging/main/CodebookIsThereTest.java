package dev.newera.tagging.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.tagging.Codebook;
import dev.newera.tagging.CurrentTagger;
import dev.newera.tagging.Indicator;
import dev.newera.tagging.Tagger;
import dev.newera.tagging.Theme;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CodebookIsThereTest {

    private final CurrentTagger current = new CurrentTagger();
    private final CodebookIsThere check = new CodebookIsThere(current);

    @Test
    void the_worker_is_not_ready_without_a_codebook() {
        assertThat(check.call().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void the_worker_is_ready_with_a_codebook_and_says_which() {
        var barriers = Theme.of("barriers", List.of(Indicator.written("barrier")));
        current.replaceBy(new Tagger(new Codebook("new-era", "The new era", null, 4, List.of(barriers))));

        assertThat(check.call().getStatus()).isEqualTo(Status.UP);
        assertThat(check.call().getData().orElseThrow()).containsEntry("codebook_version", 4L);
    }
}
