package dev.newera.chat.http;

import dev.newera.chat.Failure;
import dev.newera.chat.http.access.RateLimits;
import dev.newera.chat.http.stream.EventId;
import dev.newera.chat.http.stream.LiveStream;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The chat as it happens. */
@Path("/v1/stream")
public class StreamResource {
    private final LiveStream stream;
    private final RateLimits limits;

    StreamResource(LiveStream stream, RateLimits limits) {
        this.stream = stream;
        this.limits = limits;
    }

    /** Server-sent events from here on, or from where the client was. */
    @GET
    @NonBlocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @PermissionsAllowed("tweets:read")
    public Response open(
            @Context UriInfo uri, @HeaderParam("Last-Event-ID") String lastEventId, @Context RoutingContext request) {
        var seen = seen(lastEventId, QueryParameters.ofStream(uri).text("last_event_id"));
        limits.openStream(request);
        return Response.ok(stream.subscribe(request, seen), MediaType.SERVER_SENT_EVENTS_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                // Proxies that hold answers back until they are whole are asked not to.
                .header("X-Accel-Buffering", "no")
                .build();
    }

    /** The header wins: a browser that comes back by itself sends it, and still asks for the address that it began with. */
    private static EventId seen(String header, String parameter) {
        if (header != null) {
            return read("Last-Event-ID", header);
        }
        return parameter == null ? null : read("last_event_id", parameter);
    }

    private static EventId read(String name, String text) {
        return EventId.parse(text)
                .orElseThrow(
                        () -> Failure.malformed(name, name + " is not the id of an event; begin again without it"));
    }
}
