package dev.newera.tagging.main;

import dev.newera.tagging.CurrentTagger;
import dev.newera.tagging.Tagger;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Red until the worker holds a codebook: until then it neither tags nor answers. */
@Readiness
@ApplicationScoped
class CodebookIsThere implements HealthCheck {

    private final CurrentTagger current;

    CodebookIsThere(CurrentTagger current) {
        this.current = current;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("codebook");
        return current.now()
                .map(Tagger::codebook)
                .map(codebook -> response.withData("codebook_id", codebook.id())
                        .withData("codebook_version", codebook.version())
                        .up())
                .orElseGet(response::down)
                .build();
    }
}
