package dev.newera.chat;

import java.time.Instant;
import java.util.List;

/**
 * One published version of a codebook; it never changes.
 *
 * @param version counts from 1
 * @param document the whole codebook as JSON, indicators and examples included; taggers read it, the chat does not
 */
public record Codebook(String id, int version, String title, Instant publishedAt, List<Theme> themes, String document) {

    public Codebook {
        themes = List.copyOf(themes);
    }
}
