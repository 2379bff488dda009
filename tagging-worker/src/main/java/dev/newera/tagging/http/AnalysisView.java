package dev.newera.tagging.http;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.newera.tagging.Evidence;
import dev.newera.tagging.Tag;
import dev.newera.tagging.Tagger;
import dev.newera.tagging.Tagging;
import java.util.List;

/** The answer about a text, in the API's envelope. */
record AnalysisView(Analysis data) {

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Analysis(String codebookId, int codebookVersion, TaggerView tagger, List<ThemeView> themes) {}

    record TaggerView(String id, String version) {}

    record ThemeView(String theme, double score, List<EvidenceView> evidence) {
        static ThemeView of(Tag tag) {
            return new ThemeView(
                    tag.theme(),
                    Math.round(tag.score() * 10_000) / 10_000.0,
                    tag.evidence().stream().map(EvidenceView::of).toList());
        }
    }

    record EvidenceView(String indicator, double weight, int start, int end, String text) {
        static EvidenceView of(Evidence evidence) {
            return new EvidenceView(
                    evidence.indicator(), evidence.weight(), evidence.start(), evidence.end(), evidence.text());
        }
    }

    static AnalysisView of(Tagging tagging) {
        var themes = tagging.tags().stream().map(ThemeView::of).toList();
        return new AnalysisView(new Analysis(
                tagging.codebookId(), tagging.codebookVersion(), new TaggerView("lexical", Tagger.VERSION), themes));
    }
}
