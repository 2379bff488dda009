package dev.newera.tagging.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Red when the codebook topic is followed no more; the connector tells the same of its channels. */
@Liveness
@ApplicationScoped
class CodebookFollowing implements HealthCheck {

    private final CodebookFollower follower;

    CodebookFollowing(CodebookFollower follower) {
        this.follower = follower;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("codebook topic is followed")
                .status(follower.isAlive())
                .build();
    }
}
