package dev.newera.chat.http.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.newera.chat.ApiKeys;
import dev.newera.chat.ApiKeys.Kept;
import dev.newera.chat.Caller;
import dev.newera.chat.KeySecret;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The keys that were lately seen, so that a request costs one SHA-256 and no question to the database. What the database said, also that
 * there is no such key, is believed for {@code chat.security.keys-cached}; what is kept of a key is its digest, here as there.
 */
@Singleton
final class KnownKeys {
    /** Some hundred bytes each. */
    private static final int MOST = 10_000;

    private static final Duration HOUR = Duration.ofHours(1);

    private final ApiKeys keys;
    private final Clock clock;
    private final RateLimits limits;
    private final Cache<String, Optional<Known>> known;

    KnownKeys(ApiKeys keys, Clock clock, RateLimits limits, SecurityConfig config) {
        this.keys = keys;
        this.clock = clock;
        this.limits = limits;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(config.keysCached())
                .build();
    }

    private record Known(Kept kept, Caller caller, SecurityIdentity identity) {
        static Known of(Kept kept) {
            var caller = Caller.of(kept.key());
            return new Known(kept, caller, Callers.identity(caller));
        }

        boolean isGood(KeySecret secret, Instant now) {
            return kept.matches(secret) && kept.key().isGoodAt(now);
        }
    }

    /** Who holds this key. Fails with UNAVAILABLE, with TOO_MANY for whoever only guesses, and if the key is not good. */
    Uni<SecurityIdentity> identity(String token, RoutingContext request) {
        var secret = KeySecret.parse(token);
        if (secret.isEmpty()) {
            return Uni.createFrom().failure(notGood());
        }
        var found = known.getIfPresent(secret.get().id());
        return found != null
                ? Uni.createFrom().item(() -> letIn(found, secret.get(), request))
                : ask(secret.get(), request);
    }

    /** The database is not asked on a connection's thread, and the answer comes back there. */
    private Uni<SecurityIdentity> ask(KeySecret secret, RoutingContext request) {
        return Uni.createFrom()
                .completionStage(() -> request.vertx()
                        .executeBlocking(() -> known.get(secret.id(), id -> find(secret, request)), false)
                        .map(found -> letIn(found, secret, request))
                        .toCompletionStage());
    }

    private Optional<Known> find(KeySecret secret, RoutingContext request) {
        limits.requireFewGuesses(request);
        var found = keys.find(secret.id());
        if (found.filter(it -> isUsedAnew(it, secret)).isPresent()) {
            keys.used(secret.id());
        }
        return found.map(Known::of);
    }

    private boolean isUsedAnew(Kept kept, KeySecret secret) {
        var now = clock.instant();
        return kept.matches(secret)
                && kept.key().isGoodAt(now)
                && kept.key()
                        .lastUsedAt()
                        .filter(it -> it.plus(HOUR).isAfter(now))
                        .isEmpty();
    }

    private SecurityIdentity letIn(Optional<Known> found, KeySecret secret, RoutingContext request) {
        var good = found.filter(it -> it.isGood(secret, clock.instant())).orElseThrow(() -> {
            limits.countGuess(request);
            return notGood();
        });
        Callers.letIn(request, good.caller());
        return good.identity();
    }

    private static AuthenticationFailedException notGood() {
        return new AuthenticationFailedException("The key is unknown, expired or revoked.");
    }
}
