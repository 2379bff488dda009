package dev.newera.chat;

import java.util.List;
import java.util.Optional;

/**
 * A page of tweets.
 *
 * @param next where the next page begins ({@link TweetQuery#before}), empty on the last page
 */
public record TweetPage(List<Tweet> tweets, Optional<Long> next) {}
