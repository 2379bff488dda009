package dev.newera.chat;

import java.util.List;

/**
 * The parts of a tweet's text that Twitter gives a meaning to. Offsets are Unicode code points of the text as posted, start
 * inclusive, end exclusive, and cover the sign too ({@code #} or {@code @}).
 */
public record Entities(List<Hashtag> hashtags, List<Mention> mentions, List<Url> urls) {

    /** A hashtag; {@code tag} is without the sign, as written. */
    public record Hashtag(int start, int end, String tag) {}

    /** A mention; {@code username} is without the sign, as written. */
    public record Mention(int start, int end, String username) {}

    /** A link, as written. */
    public record Url(int start, int end, String url) {}

    public Entities {
        hashtags = List.copyOf(hashtags);
        mentions = List.copyOf(mentions);
        urls = List.copyOf(urls);
    }
}
