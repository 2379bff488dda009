package dev.newera.chat;

import java.util.List;
import java.util.Set;

/** What taggers said, kept with the tweets. */
public interface Taggings {

    /**
     * Keeps the taggings, their counts and one change row each in one transaction. One that is not newer than what is kept for the
     * same tweet and tagger (by tweet revision, then codebook version, then tagger version) changes nothing, so events may arrive
     * twice and in any order. Taggings of erased tweets change nothing either. Throws UNAVAILABLE, having kept nothing.
     *
     * @return the ids that no tweet of the chat has
     */
    Set<TweetId> keep(List<Tagging> taggings);
}
