package dev.newera.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every overlay is held against every rule. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OverlaysTest {

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void every_rule_holds(Overlay overlay, Rule rule) {
        assertThat(rule.complaints(overlay.manifests())).isEmpty();
    }

    static Stream<Arguments> every_rule_holds() {
        return Stream.of(Overlay.values())
                .flatMap(overlay -> Rules.ALL.stream().map(rule -> Arguments.of(overlay, rule)));
    }

    @ParameterizedTest
    @EnumSource
    void everything_lies_in_one_namespace_that_takes_none_but_restricted_pods(Overlay overlay) {
        var manifests = overlay.manifests();
        var namespaces = manifests.of("Namespace").toList();

        assertThat(namespaces).singleElement().satisfies(namespace -> {
            assertThat(namespace.text("/metadata/labels/pod-security.kubernetes.io~1enforce"))
                    .isEqualTo("restricted");
            assertThat(manifests.all().stream().filter(manifest -> !manifest.is("Namespace")))
                    .allMatch(manifest -> manifest.namespace().equals(namespace.name()));
        });
    }

    @ParameterizedTest
    @EnumSource
    void both_services_are_there(Overlay overlay) {
        assertThat(overlay.manifests().of("Deployment").map(Manifest::name))
                .containsExactlyElementsOf(List.of("chat-api", "tagging-worker"));
    }
}
