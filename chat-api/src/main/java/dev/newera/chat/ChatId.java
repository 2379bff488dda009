package dev.newera.chat;

import java.util.Optional;
import java.util.UUID;

/** Names a chat session, for ever. Opaque to clients; sorts by the moment it was made (a UUID of version 7). */
public record ChatId(UUID value) {

    /** Reads what {@link #toString} wrote; anything else names no chat session. */
    public static Optional<ChatId> parse(String text) {
        // Both kinds of ids are written alike.
        return TweetId.parse(text).map(id -> new ChatId(id.value()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
