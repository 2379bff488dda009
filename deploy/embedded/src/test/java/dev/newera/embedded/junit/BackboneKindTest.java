package dev.newera.embedded.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BackboneKindTest {

    @Test
    void the_switch_says_it_in_small_letters() {
        assertThat(BackboneKind.named("containers")).isEqualTo(BackboneKind.CONTAINERS);
        assertThat(BackboneKind.named("embedded")).isEqualTo(BackboneKind.EMBEDDED);
    }

    @Test
    void an_unknown_kind_is_answered_with_the_known_ones() {
        assertThatThrownBy(() -> BackboneKind.named("docker"))
                .hasMessage("BACKBONE=docker is not known: choose one of embedded, containers, none.");
    }

    @Test
    void tests_may_go_without() {
        assertThat(BackboneKind.NONE.start()).isEmpty();
    }
}
