package dev.newera.chat.http.access;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.newera.chat.ApiKeys;
import dev.newera.chat.ApiKeys.Kept;
import dev.newera.chat.Caller;
import dev.newera.chat.KeySecret;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

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
    private final AsyncCache<String, Optional<Known>> known;

    KnownKeys(ApiKeys keys, Clock clock, RateLimits limits, SecurityConfig config) {
        this.keys = keys;
        this.clock = clock;
        this.limits = limits;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(config.keysCached())
                .buildAsync();
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
        var found = known.get(secret.get().id(), (id, any) -> ask(secret.get(), request));
        var told = Uni.createFrom().completionStage(found);
        return (found.isDone() ? told : told.emitOn(connectionThread())).map(it -> letIn(it, secret.get(), request));
    }

    /**
     * Once for all who come with it meanwhile, and on none of their connections' threads: a database that answers nothing keeps
     * one thread waiting for each key, not one for each request.
     */
    private CompletableFuture<Optional<Known>> ask(KeySecret secret, RoutingContext request) {
        return request.vertx()
                .executeBlocking(() -> find(secret, request), false)
                .toCompletionStage()
                .toCompletableFuture();
    }

    private static Executor connectionThread() {
        var context = Vertx.currentContext();
        return work -> context.runOnContext(ignored -> work.run());
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
