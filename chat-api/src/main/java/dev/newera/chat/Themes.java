package dev.newera.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the chat is about, counted. Every answer equals a recount of the tags at one moment. All methods throw UNAVAILABLE when the
 * database does not answer.
 */
public interface Themes {

    /**
     * How many tweets carry a theme and how many people wrote them.
     *
     * @param tweetCount tweets that carry it now
     * @param participantCount different authors of those
     */
    record Count(String theme, long tweetCount, long participantCount) {}

    /**
     * All counts at one moment.
     *
     * @param counts of the themes that any tweet carries
     * @param total tweets in the scope
     * @param tagged those that a tagger has answered, with or without a theme
     */
    record Counts(List<Count> counts, long total, long tagged) {}

    /** How many tweets of one bucket carry a theme. */
    record Bucket(String theme, Instant start, long tweetCount) {}

    /** From the first minute of a scope that holds a tweet to the end of the last one. */
    record Extent(Instant start, Instant end) {}

    /**
     * Two themes and their tweets.
     *
     * @param a the theme that stands before {@code b} in the alphabet
     * @param both tweets that carry both, at least 1
     * @param either tweets that carry the one, the other or both
     */
    record Pair(String a, String b, long both, long either) {}

    /**
     * Someone who wrote tweets of a theme.
     *
     * @param author as in the newest tweet
     */
    record Participant(Author author, long tweetCount) {}

    /** A hashtag, in lower case and without the sign, that stands in tweets of a theme. */
    record HashtagCount(String hashtag, long tweetCount) {}

    /** How often each theme was spoken of. */
    Counts counts(Scope scope);

    /** How many tweets no tagger has answered, or has failed on. */
    long untagged(Scope scope);

    /** The buckets that are not empty, in no order; the first and the last may reach beyond the scope and are cut to it. */
    List<Bucket> buckets(Scope scope, Granularity granularity);

    /** Where the scope's tweets lie in time; empty if there is none. */
    Optional<Extent> extent(Scope scope);

    /** The themes that were spoken of together, most often first. */
    List<Pair> pairs(Scope scope);

    /** Who spoke of a theme, most often first. */
    List<Participant> participants(String theme, Scope scope, int most);

    /** The hashtags of a theme's tweets, most frequent first; the scope's own hashtag is left out. */
    List<HashtagCount> hashtags(String theme, Scope scope, int most);
}
