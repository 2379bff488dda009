package dev.newera.chat.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Red when the relay has died: from then on this replica announces nothing. A broker that is away is no such thing. */
@Liveness
@ApplicationScoped
class RelayRuns implements HealthCheck {

    private final Relay relay;

    RelayRuns(Relay relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("relay runs").status(relay.isAlive()).build();
    }
}
