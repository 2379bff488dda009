package dev.newera.chat.http;

import dev.newera.chat.Codebook;
import dev.newera.chat.Failure;
import dev.newera.chat.Failure.Code;
import dev.newera.chat.SeeThemes;
import dev.newera.chat.SeeThemes.Overview;
import dev.newera.chat.Theme;
import dev.newera.chat.Themes.Count;
import dev.newera.chat.Themes.Counts;
import dev.newera.chat.http.Views.ThemeView;
import dev.newera.chat.http.Views.ThemesMeta;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** What the chat is about. */
@Path("/v1/themes")
@Produces(MediaType.APPLICATION_JSON)
public class ThemesResource {
    private final SeeThemes seeThemes;
    private final TweetPages pages;

    ThemesResource(SeeThemes seeThemes, TweetPages pages) {
        this.seeThemes = seeThemes;
        this.pages = pages;
    }

    /** Every theme of the codebook in force, also those without tweets, in the codebook's order. */
    @GET
    public Response all(@Context Request request) {
        var seen = seeThemes.all();
        var themes = seen.codebook().themes().stream()
                .map(theme -> view(theme, seen))
                .toList();
        return Answers.aggregate(request, themes, meta(seen)).build();
    }

    /** One theme. */
    @GET
    @Path("/{id}")
    public Response one(@PathParam("id") String id, @Context Request request) {
        var seen = seeThemes.all();
        return Answers.aggregate(request, view(theme(seen.codebook(), id), seen), meta(seen))
                .build();
    }

    /** A page of the theme's tweets, newest first. */
    @GET
    @Path("/{id}/tweets")
    public Response tweets(@PathParam("id") String id, @Context UriInfo uri, @Context Request request) {
        theme(seeThemes.codebook(), id);
        return pages.answer(uri, request, id);
    }

    private static Theme theme(Codebook codebook, String id) {
        return codebook.themes().stream()
                .filter(theme -> theme.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.of(Code.NOT_FOUND, "The codebook in force has no theme of this id."));
    }

    private static ThemeView view(Theme theme, Overview seen) {
        var count = seen.count(theme);
        return new ThemeView(
                theme.id(),
                theme.name(),
                theme.description(),
                theme.color(),
                theme.parent(),
                theme.pole(),
                count.tweetCount(),
                count.participantCount(),
                share(count, seen.counts()));
    }

    /** Of all tagged tweets, how many carry the theme, 0–1; shares of different themes overlap. */
    private static double share(Count count, Counts counts) {
        return counts.tagged() == 0 ? 0 : Math.round(10_000.0 * count.tweetCount() / counts.tagged()) / 10_000.0;
    }

    private static ThemesMeta meta(Overview seen) {
        return new ThemesMeta(
                seen.codebook().version(), seen.counts().total(), seen.counts().tagged());
    }
}
