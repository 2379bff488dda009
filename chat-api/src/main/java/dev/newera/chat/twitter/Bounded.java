package dev.newera.chat.twitter;

import dev.newera.chat.Failure;

/**
 * A text that a pattern may look at only so often. The library's pattern for links tries every way to read a chain such as a.a.a.a,
 * in time that grows with the square of its length: seconds for two thousand characters. A tweet that people write takes some
 * thousand looks; the most, a few milliseconds, are for one that is hardly more than dots.
 */
final class Bounded implements CharSequence {
    private static final int MOST_LOOKS = 1_000_000;

    private final String text;
    private int looks;

    Bounded(String text) {
        this.text = text;
    }

    /** Throws INVALID when it has been looked at too often. */
    @Override
    public char charAt(int index) {
        if (++looks > MOST_LOOKS) {
            throw Failure.invalid(
                    "/text", "text holds so many dots that its links cannot be told; leave some of them out");
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
