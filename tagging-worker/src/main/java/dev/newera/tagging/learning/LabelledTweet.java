package dev.newera.tagging.learning;

import java.util.Set;

/**
 * A text and the themes that a person says it carries. Whoever wrote it is left out on purpose: a handle must not be learned.
 *
 * @param id names the tweet in reports
 * @param source where it was written down; tweets of one source may be alike in more than their themes
 */
public record LabelledTweet(String id, String source, String text, Set<String> themes) {
    public LabelledTweet {
        themes = Set.copyOf(themes);
    }

    public boolean carries(String theme) {
        return themes.contains(theme);
    }
}
