package dev.newera.chat;

import java.time.Instant;
import java.util.List;

/**
 * What a client hands in to become a chat session: nothing is checked yet, anything may be null.
 *
 * @param hashtag with or without the sign
 */
public record ChatDraft(
        String title, String hashtag, Instant startsAt, Instant endsAt, String host, List<Question> questions) {}
