package dev.newera.chat.http;

import dev.newera.chat.ChatId;
import dev.newera.chat.ChatSession;
import dev.newera.chat.ChatSessions;
import dev.newera.chat.DeclareChat;
import dev.newera.chat.Failure;
import dev.newera.chat.Failure.Code;
import dev.newera.chat.FollowQuestions;
import dev.newera.chat.http.ChatViews.ChatView;
import dev.newera.chat.http.ReportViews.TurnView;
import dev.newera.chat.http.access.Callers;
import io.quarkus.security.PermissionsAllowed;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
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

/** The chat sessions: a hashtag, a window of time, and what was asked. */
@Path("/v1/chats")
@Produces(MediaType.APPLICATION_JSON)
public class ChatsResource {
    private final DeclareChat declareChat;
    private final ChatSessions chats;
    private final FollowQuestions followQuestions;
    private final Cursors cursors;
    private final Transcripts transcripts;
    private final Reports reports;
    private final Callers callers;

    ChatsResource(
            DeclareChat declareChat,
            ChatSessions chats,
            FollowQuestions followQuestions,
            Cursors cursors,
            Transcripts transcripts,
            Reports reports,
            Callers callers) {
        this.declareChat = declareChat;
        this.chats = chats;
        this.followQuestions = followQuestions;
        this.cursors = cursors;
        this.transcripts = transcripts;
        this.reports = reports;
        this.callers = callers;
    }

    /** Declares one, before or after it takes place. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("tweets:write")
    public Response declare(byte[] body, @HeaderParam("Idempotency-Key") String key, @Context RoutingContext asked) {
        Edges.requireSize(body, Edges.LARGEST_DOCUMENT);
        var draft = StrictJson.read(body, ChatBody.class).draft();
        var declared = declareChat.declare(draft, IdempotencyKeys.of(key, body), callers.of(asked));
        var answer = Answers.with(201, ChatView.of(declared.chat()))
                .header(HttpHeaders.LOCATION, "/v1/chats/" + declared.chat().id());
        return (declared.replayed() ? answer.header("Idempotency-Replayed", "true") : answer).build();
    }

    /** A page of them, the one declared last first. */
    @GET
    @PermissionsAllowed("tweets:read")
    public Response list(@Context UriInfo uri, @Context Request request) {
        var parameters = QueryParameters.ofChats(uri);
        var filters = parameters.filters(uri.getPath());
        var page = chats.page(parameters.hashtag(), parameters.before(cursors, filters), parameters.limit());
        var next = page.next().map(place -> cursors.write(place, filters)).orElse(null);
        return Answers.page(uri, request, ChatView.all(page.chats()), next);
    }

    /** One. */
    @GET
    @Path("/{id}")
    @PermissionsAllowed("tweets:read")
    public Response get(@PathParam("id") String id, @Context Request request) {
        return Answers.cacheable(request, ChatView.of(named(id)), null).build();
    }

    /** From when to when each question was the one that was talked about, as far as they have been asked. */
    @GET
    @Path("/{id}/turns")
    @PermissionsAllowed("tweets:read")
    public Response turns(@PathParam("id") String id, @Context Request request) {
        var turns = followQuestions.of(named(id)).stream().map(TurnView::of).toList();
        return Answers.aggregate(request, turns, null).build();
    }

    /** A page, which is what a browser asks for and what is given to whoever does not mind, Markdown, a table, or lines of JSON. */
    @GET
    @Path("/{id}/transcript")
    @Produces({MediaType.TEXT_HTML, Transcripts.MARKDOWN, Transcripts.CSV, TweetBatch.NDJSON})
    @PermissionsAllowed("tweets:read")
    public Response transcript(@PathParam("id") String id, @Context HttpHeaders asked) {
        return transcripts.answer(named(id), asked);
    }

    /** What came of it: a page to read and print, or the same figures as JSON. */
    @GET
    @Path("/{id}/report")
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    @PermissionsAllowed("tweets:read")
    public Response report(@PathParam("id") String id, @Context HttpHeaders asked, @Context Request request) {
        return reports.answer(named(id), asked, request);
    }

    private ChatSession named(String id) {
        return ChatId.parse(id)
                .flatMap(chats::find)
                .orElseThrow(() -> Failure.of(Code.NOT_FOUND, "There is no chat of this id."));
    }
}
