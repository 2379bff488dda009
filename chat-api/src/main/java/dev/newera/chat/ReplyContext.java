package dev.newera.chat;

import java.util.List;

/**
 * What surrounds a tweet in its thread; erased tweets are left out.
 *
 * @param ancestors the tweets that it answers, from the first of the thread down
 * @param descendants the answers to it and to those, in the order of posting
 */
public record ReplyContext(List<Tweet> ancestors, List<Tweet> descendants) {}
