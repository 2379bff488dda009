package dev.newera.chat;

import java.util.List;

/**
 * One theme of one tweet, and why.
 *
 * @param score 0–1, how sure the tagger is
 * @param evidence the words that gave the theme, in the order of the text
 */
public record ThemeTag(String theme, double score, List<Evidence> evidence) {

    public ThemeTag {
        evidence = List.copyOf(evidence);
    }
}
