package dev.newera.chat.http.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.newera.chat.Failure;
import dev.newera.chat.Failure.Code;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/** What each client may have of one thing in a stretch of time: a bucket each, that fills evenly. */
final class Share {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final String name;
    private final int most;
    private final Duration per;
    private final String policy;
    private final Cache<String, Bucket> buckets;

    Share(String name, int most, Duration per, int clients) {
        this.name = name;
        this.most = most;
        this.per = per;
        this.policy = "\"%s\";q=%d;w=%d".formatted(name, most, per.toSeconds());
        this.buckets = Caffeine.newBuilder()
                .maximumSize(clients)
                // Full again by then, as a new one is.
                .expireAfterAccess(per.multipliedBy(2))
                .build();
    }

    private Bucket bucket(String client) {
        return buckets.get(
                client,
                any -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, per))
                        .build());
    }

    /** Takes so much and tells what is left (draft-ietf-httpapi-ratelimit-headers). Throws TOO_MANY. */
    void take(String client, int amount, HttpServerResponse response) {
        var left = bucket(client).tryConsumeAndReturnRemaining(amount);
        tell(left, response);
        if (!left.isConsumed()) {
            long seconds = seconds(left.getNanosToWaitForRefill());
            response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            throw Failure.of(
                    Code.TOO_MANY,
                    "Your share of %s is used up: %d in %d s. Try again in %d s."
                            .formatted(name, most, per.toSeconds(), seconds));
        }
    }

    private void tell(ConsumptionProbe left, HttpServerResponse response) {
        response.putHeader("RateLimit-Policy", policy);
        response.putHeader(
                "RateLimit",
                "\"%s\";r=%d;t=%d".formatted(name, left.getRemainingTokens(), seconds(left.getNanosToWaitForReset())));
    }

    private static long seconds(long nanos) {
        return Math.max(1, (nanos + SECOND - 1) / SECOND);
    }

    boolean isUsedUp(String client) {
        return bucket(client).getAvailableTokens() <= 0;
    }

    void count(String client) {
        bucket(client).tryConsume(1);
    }
}
