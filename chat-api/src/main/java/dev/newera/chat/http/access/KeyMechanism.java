package dev.newera.chat.http.access;

import dev.newera.chat.KeySecret;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * Asks who comes before any other mechanism does, and lets in whoever has an API key, where keys are taken. Any other bearer token is left to OIDC.
 */
@Singleton
final class KeyMechanism implements HttpAuthenticationMechanism {
    /** OIDC's is a little above 1000. */
    private static final int FIRST = 2000;

    private static final String BEARER = "Bearer ";

    private final SecurityConfig config;
    private final KnownKeys keys;

    KeyMechanism(SecurityConfig config, KnownKeys keys) {
        this.config = config;
        this.keys = keys;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        var token = bearer(request);
        return config.keys() && token != null && token.startsWith(KeySecret.PREFIX)
                ? keys.identity(token, request)
                : Uni.createFrom().nullItem();
    }

    private static String bearer(RoutingContext request) {
        var header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    /** What asks by itself, and not for a resource, is told by Quarkus; the resources' refusals are problems and say the same. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public int getPriority() {
        return FIRST;
    }
}
