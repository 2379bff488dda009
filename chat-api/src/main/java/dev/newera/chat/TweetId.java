package dev.newera.chat;

import java.util.Optional;
import java.util.UUID;

/** Names a tweet, for ever. Opaque to clients; sorts by the moment it was made (a UUID of version 7). */
public record TweetId(UUID value) implements Comparable<TweetId> {

    /** Reads what {@link #toString} wrote; anything else names no tweet. */
    public static Optional<TweetId> parse(String text) {
        if (text == null || text.length() != 36) {
            return Optional.empty();
        }
        try {
            var id = new TweetId(UUID.fromString(text));
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(TweetId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
