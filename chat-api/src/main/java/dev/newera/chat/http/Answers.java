package dev.newera.chat.http;

import dev.newera.chat.http.Views.Envelope;
import dev.newera.chat.http.Views.PageMeta;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Answers with an ETag of what they say: the same bytes have the same tag, on every replica. */
final class Answers {
    private static final int TAG_BYTES = 12;

    private Answers() {}

    /** 200 with the envelope, or 304 if the client has it. */
    static Response.ResponseBuilder cacheable(Request request, Object data, Object meta) {
        return cacheable(request, Json.bytes(new Envelope(data, meta)), MediaType.APPLICATION_JSON);
    }

    /** As above, for a body of one's own. */
    static Response.ResponseBuilder cacheable(Request request, byte[] body, String type) {
        var tag = tag(body);
        var settled = preconditions(request, tag);
        return settled != null ? settled : Response.ok(body, type).tag(tag);
    }

    /** A proxy that compresses makes a tag a weak one, and who asks If-None-Match means either (RFC 9110, 13.1.2). */
    private static Response.ResponseBuilder preconditions(Request request, EntityTag tag) {
        var settled = request.evaluatePreconditions(tag);
        if (settled != null) {
            return settled;
        }
        var weakly = request.evaluatePreconditions(new EntityTag(tag.getValue(), true));
        return weakly != null && weakly.build().getStatus() == 304 ? weakly.tag(tag) : null;
    }

    /** As {@link #cacheable}, for aggregates that many look at: two seconds old is new enough. */
    static Response.ResponseBuilder aggregate(Request request, Object data, Object meta) {
        return cacheable(request, data, meta).header(HttpHeaders.CACHE_CONTROL, "private, max-age=2");
    }

    /** As {@link #cacheable}, for a page of a list; {@code next} is the next one's cursor, or null on the last. */
    static Response page(UriInfo uri, Request request, List<?> data, String next) {
        var answer = cacheable(request, data, new PageMeta(data.size(), next));
        if (next != null) {
            answer.header(HttpHeaders.LINK, "<" + link(uri, next) + ">; rel=\"next\"");
        }
        return answer.build();
    }

    /** Relative to the host, so that it holds behind any proxy. */
    private static String link(UriInfo uri, String next) {
        var full = uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
        return full.getRawPath() + "?" + full.getRawQuery();
    }

    /** The envelope with a status of one's own. */
    static Response.ResponseBuilder with(int status, Object data) {
        var body = Json.bytes(Envelope.of(data));
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .tag(tag(body));
    }

    private static EntityTag tag(byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body);
            return new EntityTag(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, TAG_BYTES)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
