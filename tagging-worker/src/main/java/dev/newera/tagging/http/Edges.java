package dev.newera.tagging.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Refuses a body that says itself that it is too large before a byte of it is read, so that this too is a problem and costs no
 * memory. The server's own limit lies higher, and cuts off with a bare status what is beyond all measure.
 */
@Singleton
final class Edges {
    /** Far above any tweet. */
    static final int LARGEST_BODY = 64 * 1024;

    private static final int BEFORE_ALL_OTHERS = 1_000;

    private final ObjectMapper json;

    Edges(ObjectMapper json) {
        this.json = json;
    }

    /** @throws Problem for a body that did not say how large it is */
    static void requireSize(byte[] body) {
        if (body.length > LARGEST_BODY) {
            throw Problem.tooLarge(detail(body.length));
        }
    }

    void watch(@Observes Filters filters) {
        filters.register(this::pass, BEFORE_ALL_OTHERS);
    }

    private void pass(RoutingContext context) {
        long length = length(context.request());
        if (length > LARGEST_BODY) {
            refuse(context, length);
        } else {
            context.next();
        }
    }

    private static long length(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private void refuse(RoutingContext context, long length) {
        var problem = ProblemView.of(413, detail(length), context.request().path());
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemView.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(Buffer.buffer(bytes(problem)));
    }

    private static String detail(long length) {
        return "The body is " + length + " bytes long; 64 KiB are the most.";
    }

    private byte[] bytes(ProblemView problem) {
        try {
            return json.writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem cannot be written as JSON", e);
        }
    }
}
