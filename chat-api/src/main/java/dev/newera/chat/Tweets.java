package dev.newera.chat;

/** The tweets that the chat keeps. All methods throw UNAVAILABLE when the database does not answer. */
public interface Tweets {

    /** One tweet. Throws NOT_FOUND, or GONE after it has been erased. */
    Tweet get(TweetId id);

    /** A page of tweets, newest first. */
    TweetPage find(TweetQuery query);

    /** The thread around a tweet. Throws as {@link #get}. */
    ReplyContext context(TweetId id);

    /**
     * Erases a tweet for good: its text, author and tags leave every table, the counts are put right, and the change log
     * tells everyone. Erasing again changes nothing. Throws NOT_FOUND.
     */
    void erase(TweetId id);
}
