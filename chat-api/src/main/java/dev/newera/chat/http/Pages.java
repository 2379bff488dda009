package dev.newera.chat.http;

import dev.newera.chat.http.pages.Style;
import jakarta.ws.rs.core.Response;

/** What goes with every page that shows other people's words to a browser. */
final class Pages {
    /**
     * No script, no image, no font, nothing from elsewhere. The pages bring their style sheet with them, this one and no other; the colours
     * and places that stand on single elements are the data's, and a browser that cannot tell the two apart takes both.
     */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; style-src-elem '%s'; style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
                    .formatted(Style.HASH);

    private Pages() {}

    static Response.ResponseBuilder secured(Response.ResponseBuilder page) {
        return page.header("Content-Security-Policy", POLICY);
    }
}
