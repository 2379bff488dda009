package dev.newera.chat;

import java.util.List;

/** What the chat is about, counted. */
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
     * @param total tweets in the chat
     * @param tagged those that a tagger has answered, with or without a theme
     */
    record Counts(List<Count> counts, long total, long tagged) {}

    /** Counts that equal a recount of the tags at that moment. */
    Counts counts();
}
