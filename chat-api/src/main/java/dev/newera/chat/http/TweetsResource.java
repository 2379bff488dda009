package dev.newera.chat.http;

import dev.newera.chat.Failure;
import dev.newera.chat.Failure.Code;
import dev.newera.chat.PostTweet;
import dev.newera.chat.Postbox.Outcome;
import dev.newera.chat.Postbox.Posted;
import dev.newera.chat.TweetId;
import dev.newera.chat.Tweets;
import dev.newera.chat.http.Views.TweetView;
import dev.newera.chat.http.access.Callers;
import dev.newera.chat.http.access.RateLimits;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.concurrent.Executor;

/** The tweets of the chat. */
@Path("/v1/tweets")
@Produces(MediaType.APPLICATION_JSON)
public class TweetsResource {
    private final PostTweet postTweet;
    private final Tweets tweets;
    private final TweetPages pages;
    private final Callers callers;
    private final RateLimits limits;

    TweetsResource(PostTweet postTweet, Tweets tweets, TweetPages pages, Callers callers, RateLimits limits) {
        this.postTweet = postTweet;
        this.tweets = tweets;
        this.pages = pages;
        this.callers = callers;
        this.limits = limits;
    }

    /** Posts one tweet; the answer is sent after it is stored for good. */
    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("tweets:write")
    public Uni<Response> post(byte[] body, @HeaderParam("Idempotency-Key") String key, @Context RoutingContext asked) {
        Edges.requireSize(body, Edges.LARGEST_DOCUMENT);
        var draft = StrictJson.read(body, TweetBody.class).draft();
        var posted = postTweet.post(draft, IdempotencyKeys.of(key, body), callers.of(asked));
        // The postbox answers hundreds from one thread; each answer is written on its own connection's thread instead.
        return Uni.createFrom()
                .completionStage(posted)
                .emitOn(connectionThread())
                .map(TweetsResource::answer);
    }

    /**
     * Posts up to a thousand: the good ones are stored, of each bad one it is told why. A megabyte that means no good takes long to
     * read, so it is read where nobody else's connection waits for it.
     */
    @POST
    @Path("/batch")
    @Blocking
    @Consumes({MediaType.APPLICATION_JSON, TweetBatch.NDJSON})
    @PermissionsAllowed("tweets:write")
    public Uni<Response> postAll(
            byte[] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            @HeaderParam("Idempotency-Key") String key,
            @Context RoutingContext asked) {
        Edges.requireSize(body, Edges.LARGEST_BODY);
        var batch = TweetBatch.read(body, type);
        limits.write(asked, batch.size() - 1);
        var posted = batch.post(postTweet, IdempotencyKeys.of(key, body), callers.of(asked));
        return Uni.createFrom().completionStage(posted).emitOn(connectionThread());
    }

    private static Executor connectionThread() {
        var context = Vertx.currentContext();
        return work -> context.runOnContext(ignored -> work.run());
    }

    /** The location is a path, so that it holds behind any proxy. */
    private static Response answer(Posted posted) {
        var created = posted.outcome() == Outcome.CREATED || posted.outcome() == Outcome.REPLAYED_CREATED;
        var answer = Answers.with(created ? 201 : 200, TweetView.of(posted.tweet()))
                .header(HttpHeaders.LOCATION, "/v1/tweets/" + posted.tweet().id());
        if (posted.outcome() == Outcome.REPLAYED_CREATED || posted.outcome() == Outcome.REPLAYED_KNOWN) {
            answer.header("Idempotency-Replayed", "true");
        }
        return answer.build();
    }

    /** A page of tweets, newest first. */
    @GET
    @PermissionsAllowed("tweets:read")
    public Response find(@Context UriInfo uri, @Context Request request) {
        return pages.answer(uri, request, null);
    }

    /** One tweet with its themes and their evidence. */
    @GET
    @Path("/{id}")
    @PermissionsAllowed("tweets:read")
    public Response get(@PathParam("id") String id, @Context Request request) {
        return Answers.cacheable(request, TweetView.of(tweets.get(named(id))), null)
                .build();
    }

    /** The thread around a tweet. */
    @GET
    @Path("/{id}/context")
    @PermissionsAllowed("tweets:read")
    public Response context(@PathParam("id") String id, @Context Request request) {
        var context = tweets.context(named(id));
        return Answers.cacheable(
                        request,
                        Map.of(
                                "ancestors", TweetView.all(context.ancestors()),
                                "descendants", TweetView.all(context.descendants())),
                        null)
                .build();
    }

    /** Erases a tweet for good: one's own, or anybody's by {@code admin}. */
    @DELETE
    @Path("/{id}")
    @PermissionsAllowed("tweets:write")
    public Response erase(@PathParam("id") String id, @Context RoutingContext asked) {
        tweets.erase(named(id), callers.of(asked));
        return Response.noContent().build();
    }

    private static TweetId named(String id) {
        return TweetId.parse(id).orElseThrow(() -> Failure.of(Code.NOT_FOUND, "There is no tweet of this id."));
    }
}
