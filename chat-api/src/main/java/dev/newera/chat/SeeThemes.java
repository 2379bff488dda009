package dev.newera.chat;

import dev.newera.chat.Failure.Code;
import dev.newera.chat.Themes.Count;
import dev.newera.chat.Themes.Counts;

/** Someone asks what the chat is about: the codebook in force, with how often each of its themes was spoken of. */
public final class SeeThemes {
    private final Codebooks codebooks;
    private final Themes themes;
    private final String codebookId;

    public SeeThemes(Codebooks codebooks, Themes themes, String codebookId) {
        this.codebooks = codebooks;
        this.themes = themes;
        this.codebookId = codebookId;
    }

    /** The codebook in force and the counts at one moment. */
    public record Overview(Codebook codebook, Counts counts) {

        /** A theme's count, zero if nobody spoke of it. */
        public Count count(Theme theme) {
            return counts.counts().stream()
                    .filter(count -> count.theme().equals(theme.id()))
                    .findFirst()
                    .orElse(new Count(theme.id(), 0, 0));
        }
    }

    public Overview all() {
        return new Overview(codebook(), themes.counts());
    }

    /** The newest version. Throws NOT_FOUND before the first one is published. */
    public Codebook codebook() {
        return codebooks
                .newest(codebookId)
                .orElseThrow(() -> Failure.of(Code.NOT_FOUND, "No codebook has been published yet."));
    }
}
