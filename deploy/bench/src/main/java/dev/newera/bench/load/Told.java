package dev.newera.bench.load;

/** Hears of tweets, one after the other. */
public interface Told {

    /** A tweet, by its {@linkplain Arrivals#key key}, and a time of it, as {@link System#nanoTime} counts. */
    void of(long tweet, long at);

    /** There will be no more: whoever told has been cut off. */
    default void isOver() {}
}
