package dev.newera.tagging;

import java.util.List;

/**
 * The whole answer about one text: its tags in the order of the codebook's themes. No tags is an answer too.
 */
public record Tagging(String codebookId, int codebookVersion, List<Tag> tags) {
    public Tagging {
        tags = List.copyOf(tags);
    }

    public List<String> themes() {
        return tags.stream().map(Tag::theme).toList();
    }
}
