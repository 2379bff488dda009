package dev.newera.chat;

import java.util.List;
import java.util.Map;

/** What taggers said, kept with the tweets. */
public interface Taggings {

    /**
     * Keeps the taggings, their counts and one change row each in one transaction. One that is not newer than what is kept for the
     * same tweet and tagger (by tweet revision, then codebook version, then tagger version) changes nothing, so events may arrive
     * twice and in any order. Taggings of erased tweets change nothing either. Throws UNAVAILABLE, having kept nothing.
     *
     * @return those that can never be kept, each with the sentence why: the chat holds no such tweet, has not published that version
     *     of the codebook, or the database does not take what they say. The others are kept.
     */
    Map<Tagging, String> keep(List<Tagging> taggings);
}
