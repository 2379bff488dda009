package dev.newera.chat;

import java.util.List;
import java.util.function.Consumer;

/** The tweets that the chat keeps. All methods throw UNAVAILABLE when the database does not answer. */
public interface Tweets {

    /** One tweet. Throws NOT_FOUND, or GONE after it has been erased. */
    Tweet get(TweetId id);

    /** A page of tweets, newest first. */
    TweetPage find(TweetQuery query);

    /** Those of these tweets that stand, in this order; unknown and erased ones are left out. */
    List<Tweet> all(List<TweetId> ids);

    /** Hands over every tweet of a chat session, one by one in the order of {@code createdAt}: they need not fit into memory. */
    void ofChat(ChatSession chat, Consumer<Tweet> reader);

    /** The thread around a tweet. Throws as {@link #get}. */
    ReplyContext context(TweetId id);

    /**
     * Erases a tweet for good: its text, author and tags leave every table, the counts are put right, and the change log
     * tells everyone. Erasing again changes nothing. Throws NOT_FOUND, and FORBIDDEN if it is not theirs.
     */
    void erase(TweetId id, Caller by);
}
