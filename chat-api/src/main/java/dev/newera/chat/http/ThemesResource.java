package dev.newera.chat.http;

import dev.newera.chat.ChatSessions;
import dev.newera.chat.Failure;
import dev.newera.chat.SeeThemes;
import dev.newera.chat.http.ThemeViews.HashtagView;
import dev.newera.chat.http.ThemeViews.ListMeta;
import dev.newera.chat.http.ThemeViews.PairView;
import dev.newera.chat.http.ThemeViews.ParticipantView;
import dev.newera.chat.http.ThemeViews.SpansView;
import dev.newera.chat.http.ThemeViews.ThemeView;
import dev.newera.chat.http.ThemeViews.ThemesMeta;
import dev.newera.chat.http.ThemeViews.TimelineMeta;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** What the chat is about: as a whole, in a chat session, by hashtag, and between two moments, which are widened to whole minutes. */
@Path("/v1/themes")
@Produces(MediaType.APPLICATION_JSON)
public class ThemesResource {
    private final SeeThemes seeThemes;
    private final ChatSessions chats;
    private final TweetPages pages;

    ThemesResource(SeeThemes seeThemes, ChatSessions chats, TweetPages pages) {
        this.seeThemes = seeThemes;
        this.chats = chats;
        this.pages = pages;
    }

    /** Every theme of the codebook in force, also those without tweets, in the codebook's order. */
    @GET
    @PermissionsAllowed("themes:read")
    public Response all(@Context UriInfo uri, @Context Request request) {
        var scope = QueryParameters.ofScope(uri).scope(chats);
        var seen = seeThemes.all(scope);
        return Answers.aggregate(request, ThemeView.all(seen), ThemesMeta.of(seen, scope))
                .build();
    }

    /** One theme. */
    @GET
    @Path("/{id}")
    @PermissionsAllowed("themes:read")
    public Response one(@PathParam("id") String id, @Context UriInfo uri, @Context Request request) {
        var scope = QueryParameters.ofScope(uri).scope(chats);
        var theme = seeThemes.theme(id);
        var seen = seeThemes.all(scope);
        return Answers.aggregate(request, ThemeView.of(theme, seen), ThemesMeta.of(seen, scope))
                .build();
    }

    /** How often each theme was spoken of over time, by minute, hour or day, empty buckets too. */
    @GET
    @Path("/counts")
    @PermissionsAllowed("themes:read")
    public Response counts(@Context UriInfo uri, @Context Request request) {
        var parameters = QueryParameters.ofScope(uri, "granularity", "theme");
        var theme = parameters.text("theme");
        requireTheme(theme);
        var timeline = seeThemes.timeline(parameters.scope(chats), parameters.granularity(), theme);
        return Answers.aggregate(request, new SpansView(timeline), TimelineMeta.of(timeline))
                .build();
    }

    private void requireTheme(String id) {
        if (id != null
                && seeThemes.codebook().themes().stream()
                        .noneMatch(theme -> theme.id().equals(id))) {
            throw Failure.invalid("theme", "the codebook in force has no theme of this id; GET /v1/themes lists them");
        }
    }

    /** Which themes are spoken of together, most often first. */
    @GET
    @Path("/cooccurrence")
    @PermissionsAllowed("themes:read")
    public Response cooccurrence(@Context UriInfo uri, @Context Request request) {
        var scope = QueryParameters.ofScope(uri).scope(chats);
        var pairs = seeThemes.pairs(scope);
        return Answers.aggregate(request, PairView.all(pairs), ListMeta.of(pairs, scope))
                .build();
    }

    /** Who speaks of a theme, most often first. */
    @GET
    @Path("/{id}/participants")
    @PermissionsAllowed("themes:read")
    public Response participants(@PathParam("id") String id, @Context UriInfo uri, @Context Request request) {
        var parameters = QueryParameters.ofScope(uri, "limit");
        var scope = parameters.scope(chats);
        var participants = seeThemes.participants(id, scope, parameters.limit());
        return Answers.aggregate(request, ParticipantView.all(participants), ListMeta.of(participants, scope))
                .build();
    }

    /** The hashtags in a theme's tweets, most frequent first; a hashtag that is asked for is left out. */
    @GET
    @Path("/{id}/hashtags")
    @PermissionsAllowed("themes:read")
    public Response hashtags(@PathParam("id") String id, @Context UriInfo uri, @Context Request request) {
        var parameters = QueryParameters.ofScope(uri, "limit");
        var scope = parameters.scope(chats);
        var hashtags = seeThemes.hashtags(id, scope, parameters.limit());
        return Answers.aggregate(request, HashtagView.all(hashtags), ListMeta.of(hashtags, scope))
                .build();
    }

    /** A page of the theme's tweets, newest first. */
    @GET
    @Path("/{id}/tweets")
    @PermissionsAllowed("tweets:read")
    public Response tweets(@PathParam("id") String id, @Context UriInfo uri, @Context Request request) {
        return pages.answer(uri, request, seeThemes.theme(id).id());
    }
}
