package dev.newera.chat;

import dev.newera.chat.Failure.Code;
import dev.newera.chat.Themes.Count;
import dev.newera.chat.Themes.Counts;
import dev.newera.chat.Themes.HashtagCount;
import dev.newera.chat.Themes.Pair;
import dev.newera.chat.Themes.Participant;
import java.util.List;

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

    public Overview all(Scope scope) {
        return new Overview(codebook(), themes.counts(scope));
    }

    /** How often a theme was spoken of over time; all themes if {@code theme} is null. Throws INVALID as {@link Timeline}. */
    public Timeline timeline(Scope scope, Granularity granularity, String theme) {
        var shown = codebook().themes().stream()
                .map(Theme::id)
                .filter(id -> theme == null || id.equals(theme))
                .toList();
        return Timeline.of(themes, scope, granularity, shown);
    }

    /** The codebook's themes that were spoken of together, most often first. */
    public List<Pair> pairs(Scope scope) {
        var known = codebook().themes().stream().map(Theme::id).toList();
        return themes.pairs(scope).stream()
                .filter(pair -> known.contains(pair.a()) && known.contains(pair.b()))
                .toList();
    }

    /** Who spoke of a theme, most often first. Throws NOT_FOUND. */
    public List<Participant> participants(String theme, Scope scope, int most) {
        return themes.participants(theme(theme).id(), scope, most);
    }

    /** The hashtags in a theme's tweets, most frequent first. Throws NOT_FOUND. */
    public List<HashtagCount> hashtags(String theme, Scope scope, int most) {
        return themes.hashtags(theme(theme).id(), scope, most);
    }

    /** A theme of the codebook in force. Throws NOT_FOUND. */
    public Theme theme(String id) {
        return codebook().themes().stream()
                .filter(theme -> theme.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.of(Code.NOT_FOUND, "The codebook in force has no theme of this id."));
    }

    /** The newest version. Throws NOT_FOUND before the first one is published. */
    public Codebook codebook() {
        return codebooks
                .newest(codebookId)
                .orElseThrow(() -> Failure.of(Code.NOT_FOUND, "No codebook has been published yet."));
    }
}
