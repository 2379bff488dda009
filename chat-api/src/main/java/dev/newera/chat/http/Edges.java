package dev.newera.chat.http;

import dev.newera.chat.Failure;
import dev.newera.chat.Failure.Code;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * What is refused before the REST layer sees it, so that this too is a problem and costs no memory. The server's own limits lie
 * higher, and cut off with a bare status what is beyond all measure, or no HTTP at all (docs/decisions, 9).
 */
@Singleton
final class Edges {
    /** The largest body that any path takes, in bytes. */
    static final int LARGEST_BODY = 1024 * 1024;

    /** The largest body of a path that takes one thing. */
    static final int LARGEST_DOCUMENT = 64 * 1024;

    private static final int LONGEST_URI = 8 * 1024;
    private static final int LARGEST_HEADERS = 16 * 1024;
    private static final int BEFORE_ALL_OTHERS = 1_000;
    private static final int FINE = 0;
    private static final Set<Integer> REFUSED_BY_ROUTER = Set.of(400, 404);

    /** Throws TOO_LARGE. */
    static void requireSize(byte[] body, int most) {
        if (body.length > most) {
            throw Failure.of(
                    Code.TOO_LARGE, "The body is %d bytes long; %d are the most.".formatted(body.length, most));
        }
    }

    void watch(@Observes Filters filters) {
        filters.register(Edges::pass, BEFORE_ALL_OTHERS);
    }

    /** What fails on its way to a route, such as a path without a slash, the router would answer without a body. */
    void watch(@Observes Router router) {
        REFUSED_BY_ROUTER.forEach(status -> router.errorHandler(status, context -> refuse(context, status)));
        router.route().order(Integer.MIN_VALUE).failureHandler(Edges::failed);
    }

    /** Without a host, for one. The handler behind this one would tell what was thrown. */
    private static void failed(RoutingContext context) {
        if (REFUSED_BY_ROUTER.contains(context.statusCode())) {
            refuse(context, context.statusCode());
        } else {
            context.next();
        }
    }

    private static void pass(RoutingContext context) {
        int status = judge(context.request());
        if (status == FINE) {
            context.next();
        } else {
            refuse(context, status);
        }
    }

    private static int judge(HttpServerRequest request) {
        if (request.uri().length() > LONGEST_URI) {
            return 414;
        }
        if (headers(request) > LARGEST_HEADERS) {
            return 431;
        }
        return body(request) > LARGEST_BODY ? 413 : FINE;
    }

    private static int headers(HttpServerRequest request) {
        int length = 0;
        for (var header : request.headers()) {
            length += header.getKey().length() + header.getValue().length();
        }
        return length;
    }

    /** By what the client says that it will send; one that does not say is cut off by the server's own limit. */
    private static long body(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private static void refuse(RoutingContext context, int status) {
        if (context.response().ended()) {
            return;
        }
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(Buffer.buffer(Json.bytes(
                        Problems.plain(status, shortened(context.request().uri())))));
    }

    /** The path, as far as it can be told. */
    private static String shortened(String uri) {
        var path = uri.split("\\?", 2)[0];
        return path.length() > 200 ? path.substring(0, 200) + "…" : path;
    }
}
