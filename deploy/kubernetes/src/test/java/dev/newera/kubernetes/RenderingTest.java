package dev.newera.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The renderings that are checked in are those of the sources that are checked in. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RenderingTest {

    @ParameterizedTest
    @EnumSource
    void a_rendering_is_of_the_sources_beside_it(Overlay overlay) throws IOException {
        var firstLine = Files.readString(overlay.rendering()).lines().findFirst();

        assertThat(firstLine)
                .as("Somebody has changed base or overlays and not run deploy/kubernetes/render")
                .hasValue("# deploy/kubernetes/render made this from sources " + Sources.checksum());
    }

    /** Where this machine has a kustomize. The checksum stands for it where it has none. */
    @ParameterizedTest
    @EnumSource
    void and_kustomize_makes_the_same_of_them(Overlay overlay) {
        var rendered = overlay.manifests().all();

        assertThat(Kustomize.ofThisMachine()
                        .map(kustomize -> kustomize.render(overlay).all())
                        .orElse(rendered))
                .containsExactlyInAnyOrderElementsOf(rendered);
    }
}
