package dev.newera.bench.soak;

import dev.newera.bench.load.Told;

/**
 * What somebody was told of, in a few bytes for millions of tweets: how many, and the sum of their keys. Keys are random, so whoever was
 * told of one tweet twice, and of another never, comes to another sum. Any thread may tell or ask.
 */
final class Tally implements Told {
    private final Told next;
    private long tweets;
    private long keys;
    private boolean isOver;

    /** @param next is told the same */
    Tally(Told next) {
        this.next = next;
    }

    Tally() {
        this((tweet, at) -> {});
    }

    @Override
    public void of(long tweet, long at) {
        add(tweet);
        next.of(tweet, at);
    }

    private synchronized void add(long tweet) {
        tweets++;
        keys += tweet;
    }

    @Override
    public synchronized void isOver() {
        isOver = true;
    }

    /** Whether it is told to this day. */
    synchronized boolean hasStayed() {
        return !isOver;
    }

    /** Two that are equal were told of the same tweets, each as often. */
    record Sum(long tweets, long keys) {}

    synchronized Sum sum() {
        return new Sum(tweets, keys);
    }
}
