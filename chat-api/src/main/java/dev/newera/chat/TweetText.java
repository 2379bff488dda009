package dev.newera.chat;

/** Twitter's own rules for the text of a tweet: how long it counts, and what in it is an entity. Safe from many threads. */
public interface TweetText {

    /** The most that a tweet may weigh. */
    int MOST = 280;

    /**
     * What the text holds by Twitter's rules.
     *
     * @param weight weighted length: most scripts count 1 a character, others and emoji 2, each link 23
     */
    record Read(int weight, Entities entities) {}

    /** Reads any text without lone surrogates, also one that is too long. */
    Read read(String text);
}
