package dev.newera.chat;

import java.util.OptionalInt;

/** Twitter's own rules for the text of a tweet: how long it counts, and what in it is an entity. Safe from many threads. */
public interface TweetText {

    /** The most that a tweet may weigh: most scripts count 1 a character, others and emoji 2, each link 23. */
    int MOST = 280;

    /** Code points of the longest text that is weighed at all; what weighs little, as links do, may be long. */
    int LONGEST = 2_000;

    /**
     * What the text holds by Twitter's rules.
     *
     * @param tooLong its weight, if that is more than {@link #MOST}
     */
    record Read(OptionalInt tooLong, Entities entities) {}

    /**
     * Reads a text of up to {@link #LONGEST} code points without lone surrogates. Throws INVALID for one that cannot be read in a
     * time that others need not wait for.
     */
    Read read(String text);
}
