package dev.newera.chat.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Red when the postbox's flusher has died: from then on nobody's tweet is stored. A database that is away is no such thing. */
@Liveness
@ApplicationScoped
class PostboxRuns implements HealthCheck {

    private final GroupedPostbox postbox;

    PostboxRuns(GroupedPostbox postbox) {
        this.postbox = postbox;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("postbox runs")
                .status(postbox.isAlive())
                .build();
    }
}
