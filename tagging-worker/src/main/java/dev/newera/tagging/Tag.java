package dev.newera.tagging;

import java.util.List;

/**
 * A theme that a tweet carries, how sure the tagger is (0 to 1), and the words that say so, in the order of the text.
 */
public record Tag(String theme, double score, List<Evidence> evidence) {
    public Tag {
        evidence = List.copyOf(evidence);
    }
}
