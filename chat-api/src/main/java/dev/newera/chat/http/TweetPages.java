package dev.newera.chat.http;

import dev.newera.chat.TweetPage;
import dev.newera.chat.Tweets;
import dev.newera.chat.http.Views.PageMeta;
import dev.newera.chat.http.Views.TweetView;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** A page of tweets as an answer: {@code GET /v1/tweets} and {@code GET /v1/themes/{id}/tweets} are one thing. */
@Singleton
final class TweetPages {
    private final Tweets tweets;
    private final Cursors cursors;

    TweetPages(Tweets tweets, Cursors cursors) {
        this.tweets = tweets;
        this.cursors = cursors;
    }

    /** @param theme a theme that the path names, or null */
    Response answer(UriInfo uri, Request request, String theme) {
        var parameters = QueryParameters.ofTweets(uri);
        var filters = parameters.filters(uri.getPath());
        var page = tweets.find(parameters.query(theme, cursors, filters));
        var next = page.next().map(place -> cursors.write(place, filters)).orElse(null);
        var answer = Answers.cacheable(request, TweetView.all(page.tweets()), meta(page, next));
        if (next != null) {
            answer.header(HttpHeaders.LINK, "<" + link(uri, next) + ">; rel=\"next\"");
        }
        return answer.build();
    }

    private static PageMeta meta(TweetPage page, String next) {
        return new PageMeta(page.tweets().size(), next);
    }

    /** Relative to the host, so that it holds behind any proxy. */
    private static String link(UriInfo uri, String next) {
        var full = uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
        return full.getRawPath() + "?" + full.getRawQuery();
    }
}
