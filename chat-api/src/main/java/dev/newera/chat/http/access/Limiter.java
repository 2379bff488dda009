package dev.newera.chat.http.access;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Counts each request that was let in, before anything is done for it. Made by the build, when there is no configuration yet. */
@Singleton
final class Limiter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final RateLimits limits;

    Limiter(RateLimits limits) {
        this.limits = limits;
    }

    @ServerRequestFilter(nonBlocking = true)
    void count(ContainerRequestContext asked, RoutingContext request) {
        if (READING.contains(asked.getMethod())) {
            limits.read(request);
        } else {
            limits.write(request, 1);
        }
    }
}
