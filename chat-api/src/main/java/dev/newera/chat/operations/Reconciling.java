package dev.newera.chat.operations;

import dev.newera.chat.TweetId;
import java.util.Collection;
import java.util.Set;

/** Which tweets the chat holds, for whoever compares that with what others believe. Methods throw UNAVAILABLE. */
public interface Reconciling {

    /** Those of the tweets that the chat holds and that have not been erased. */
    Set<TweetId> held(Collection<TweetId> tweets);

    /** Has it said, in the order of the change log, that a tweet which the chat does not hold is erased. */
    void disown(TweetId tweet);

    /** Erases a tweet that the chat holds, as if somebody had asked for it. */
    void erase(TweetId tweet);
}
