package dev.newera.chat.http;

import jakarta.ws.rs.core.Response;

/** What goes with every page that shows other people's words to a browser. */
final class Pages {
    /** No script, no image, no font, nothing from elsewhere: the pages bring their style with them and need no more. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private Pages() {}

    static Response.ResponseBuilder secured(Response.ResponseBuilder page) {
        return page.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
    }
}
