package dev.newera.chat.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.chat.ApiKey;
import dev.newera.chat.ApiKeys;
import dev.newera.chat.ApiKeys.Kept;
import dev.newera.chat.Caller;
import dev.newera.chat.IssueKey;
import dev.newera.chat.KeySecret;
import dev.newera.chat.Permission;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KnownKeysTest {
    private static final int MANY = 50;

    private final Vertx vertx = Vertx.vertx();
    private final SlowKeys keys = new SlowKeys();
    private final KnownKeys known = known();

    private KnownKeys known() {
        var config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(SecurityConfig.class)
                .withMapping(LimitsConfig.class)
                .build();
        var limits = new RateLimits(config.getConfigMapping(LimitsConfig.class), new Access(false, false, "127.0.0.1"));
        return new KnownKeys(keys, Clock.systemUTC(), limits, config.getConfigMapping(SecurityConfig.class));
    }

    /** Keeps one key, and tells of it when it is let. */
    private static final class SlowKeys implements ApiKeys {
        private final AtomicInteger asked = new AtomicInteger();
        private final CountDownLatch answering = new CountDownLatch(1);
        private Kept kept;

        @Override
        public Optional<Kept> find(String id) {
            asked.incrementAndGet();
            try {
                answering.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.of(kept);
        }

        @Override
        public List<ApiKey> all() {
            return List.of(kept.key());
        }

        @Override
        public void add(Kept key, Caller by) {
            kept = key;
        }

        @Override
        public boolean revoke(String id, Caller by) {
            return false;
        }

        @Override
        public void used(String id) {}
    }

    private KeySecret secret() {
        return new IssueKey(keys, Clock.systemUTC(), byte[]::new)
                .issue("many", Set.of(Permission.ADMIN), Optional.empty(), Optional.empty(), Caller.OPERATOR)
                .secret();
    }

    /** As much of one as is asked for. */
    private RoutingContext request() {
        return (RoutingContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {RoutingContext.class},
                (proxy, method, arguments) -> method.getName().equals("vertx") ? vertx : null);
    }

    private CompletableFuture<List<CompletableFuture<SecurityIdentity>>> come(int many, KeySecret secret) {
        var come = new CompletableFuture<List<CompletableFuture<SecurityIdentity>>>();
        vertx.runOnContext(ignored -> come.complete(
                Stream.generate(() -> known.identity(secret.reveal(), request()).subscribeAsCompletionStage())
                        .limit(many)
                        .toList()));
        return come;
    }

    @Test
    void however_many_come_with_a_key_the_database_is_asked_once() {
        var secret = secret();
        var waiting = come(MANY, secret).join();

        keys.answering.countDown();

        assertThat(waiting)
                .hasSize(MANY)
                .allSatisfy(it -> assertThat(it.join().getPrincipal().getName()).isEqualTo("key:" + secret.id()));
        assertThat(come(1, secret).join().get(0).join()).isNotNull();
        assertThat(keys.asked).hasValue(1);
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
