package dev.newera.tagging;

import java.util.List;
import java.util.Objects;

/**
 * The themes that a chat's tweets are read for, in the order in which people see them.
 *
 * @param version 0 for a codebook that is not published
 * @param source where its themes come from, or null
 */
public record Codebook(String id, String title, String source, int version, List<Theme> themes) {
    public static final int UNPUBLISHED = 0;

    public Codebook {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        themes = List.copyOf(themes);
    }

    /** The same codebook under the version number that chat-api published it with. */
    public Codebook published(int version) {
        return new Codebook(id, title, source, version, themes);
    }
}
