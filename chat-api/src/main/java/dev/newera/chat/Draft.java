package dev.newera.chat;

import java.time.Instant;

/** What a client hands in to become a tweet: nothing is checked yet, anything but {@code text} may be null. */
public record Draft(
        String text,
        String username,
        String name,
        String inReplyToId,
        Instant createdAt,
        String source,
        String externalId) {

    /** The same, as this author's. */
    public Draft by(String author) {
        return new Draft(text, author, name, inReplyToId, createdAt, source, externalId);
    }
}
