package dev.newera.chat.http.access;

import dev.newera.chat.Caller;
import dev.newera.chat.Failure;
import dev.newera.chat.Failure.Code;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps one client from taking what is there for all. A client is a caller; where nobody says who they are, the address that the
 * connection comes from, or that the proxies say which the operator has put in front ({@link ClientAddress}).
 */
@ApplicationScoped
public class RateLimits {
    private final boolean on;
    private final int proxies;
    private final int mostStreams;
    private final Share reads;
    private final Share writes;
    private final Share guesses;
    private final Map<String, Integer> streams = new ConcurrentHashMap<>();

    RateLimits(LimitsConfig config, Access access) {
        this.on = config.on().orElse(!access.isOpen());
        this.proxies = config.proxies();
        this.mostStreams = config.streams();
        this.reads = new Share("reads", config.reads(), config.per(), config.clients());
        this.writes = new Share("writes", config.writes(), config.per(), config.clients());
        this.guesses = new Share("guesses", config.guesses(), config.per(), config.clients());
    }

    /** Throws TOO_MANY. */
    void read(RoutingContext request) {
        if (on) {
            reads.take(client(request), 1, request.response());
        }
    }

    /** Throws TOO_MANY. A request has been counted as one change when its resource is asked. */
    public void write(RoutingContext request, int changes) {
        if (on && changes > 0) {
            writes.take(client(request), changes, request.response());
        }
    }

    /** Counts one more open stream until the request ends. Throws TOO_MANY. */
    public void openStream(RoutingContext request) {
        if (!on) {
            return;
        }
        var client = client(request);
        if (streams.merge(client, 1, Integer::sum) > mostStreams) {
            closeStream(client);
            request.response().putHeader(HttpHeaders.RETRY_AFTER, "5");
            throw Failure.of(
                    Code.TOO_MANY,
                    "You have %d streams open; close one before you open another.".formatted(mostStreams));
        }
        request.addEndHandler(ended -> closeStream(client));
    }

    private void closeStream(String client) {
        streams.computeIfPresent(client, (any, open) -> open == 1 ? null : open - 1);
    }

    /** Throws TOO_MANY for an address that has lately come with many keys that were not good. */
    void requireFewGuesses(RoutingContext request) {
        if (on && guesses.isUsedUp(address(request))) {
            request.response().putHeader(HttpHeaders.RETRY_AFTER, "5");
            throw Failure.of(Code.TOO_MANY, "Too many keys that are not good came from your address; try again soon.");
        }
    }

    void countGuess(RoutingContext request) {
        if (on) {
            guesses.count(address(request));
        }
    }

    private String client(RoutingContext request) {
        return Callers.find(request).map(Caller::id).orElseGet(() -> address(request));
    }

    private static String forwarded(RoutingContext request) {
        var lines = request.request().headers().getAll("X-Forwarded-For");
        return lines.isEmpty() ? null : String.join(",", lines);
    }

    private String address(RoutingContext request) {
        var peer = String.valueOf(request.request().remoteAddress().hostAddress());
        return ClientAddress.of(peer, forwarded(request), proxies);
    }
}
