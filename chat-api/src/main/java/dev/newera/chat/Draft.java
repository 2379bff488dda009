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
        String externalId) {}
