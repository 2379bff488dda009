package dev.newera.chat.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What is refused before the REST layer sees it, so that this too is a problem and costs no memory. */
@Singleton
final class Edges {
    /** The largest body that any path takes. */
    static final int LARGEST_BODY = 1024 * 1024;

    private static final int BEFORE_ALL_OTHERS = 1_000;

    void watch(@Observes Filters filters) {
        filters.register(Edges::requireSize, BEFORE_ALL_OTHERS);
    }

    /** By what the client says that it will send; one that does not say is cut off by the server's own limit. */
    private static void requireSize(RoutingContext context) {
        if (length(context) > LARGEST_BODY) {
            var problem = Problems.plain(413, context.request().path());
            context.response()
                    .setStatusCode(413)
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .end(Buffer.buffer(Json.bytes(problem)));
        } else {
            context.next();
        }
    }

    private static long length(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
