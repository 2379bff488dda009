package dev.newera.chat.http;

import dev.newera.chat.ChatSessions;
import dev.newera.chat.Tweets;
import dev.newera.chat.http.Views.TweetView;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** A page of tweets as an answer: {@code GET /v1/tweets} and {@code GET /v1/themes/{id}/tweets} are one thing. */
@Singleton
final class TweetPages {
    private final Tweets tweets;
    private final ChatSessions chats;
    private final Cursors cursors;

    TweetPages(Tweets tweets, ChatSessions chats, Cursors cursors) {
        this.tweets = tweets;
        this.chats = chats;
        this.cursors = cursors;
    }

    /** @param theme a theme that the path names, or null */
    Response answer(UriInfo uri, Request request, String theme) {
        var parameters = QueryParameters.ofTweets(uri);
        var filters = parameters.filters(uri.getPath());
        var page = tweets.find(parameters.query(theme, chats, cursors, filters));
        var next = page.next().map(place -> cursors.write(place, filters)).orElse(null);
        return Answers.page(uri, request, TweetView.all(page.tweets()), next);
    }
}
