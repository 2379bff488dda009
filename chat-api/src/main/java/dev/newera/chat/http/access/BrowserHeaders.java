package dev.newera.chat.http.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * What browsers are told about every answer: to take it for what it says it is, to show it in no frame of another page, to tell
 * no other site where it was, and to run and load nothing but what the page is made of. Reports and transcripts, which come with a
 * style of their own, say so themselves.
 */
@Singleton
final class BrowserHeaders {
    private static final String POLICY = "Content-Security-Policy";
    private static final String PAGES = "/v1/chats/";

    /** Data: nothing in it runs, wherever it is shown. */
    private static final String DATA = "default-src 'none'; frame-ancestors 'none'";

    /** The dashboard: its own files, and this service. */
    private static final String DASHBOARD =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Swagger UI writes scripts and styles into its page; it shows this service's own description and nothing that people said. */
    private static final String SWAGGER_UI =
            "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** After what is refused at the door, which is no page. */
    private static final int EARLY = 900;

    void watch(@Observes Filters filters) {
        filters.register(BrowserHeaders::set, EARLY);
    }

    private static void set(RoutingContext request) {
        var headers = request.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        var policy = policy(request.request().path(), headers);
        if (request.request().path().startsWith(PAGES)) {
            // Two policies would hold both: a page's own comes alone.
            request.addHeadersEndHandler(ignored -> {
                if (!headers.contains(POLICY)) {
                    headers.set(POLICY, policy);
                }
            });
        } else {
            headers.set(POLICY, policy);
        }
        request.next();
    }

    private static String policy(String path, MultiMap headers) {
        if (path.startsWith("/v1/") || path.startsWith("/q/openapi")) {
            return DATA;
        }
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        return path.startsWith("/q/") ? SWAGGER_UI : DASHBOARD;
    }
}
