package dev.newera.chat;

import dev.newera.chat.Failure.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A tagger answers: what it says is checked, one by one, then kept together. */
public final class AcceptTagging {
    private static final Pattern VERSION = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){0,3}");
    /** A tweet's themes are counted in pairs too: ten thousand of them would be fifty million counts. */
    private static final int MOST_TAGS = 100;

    private static final int LONGEST_THEME = 100;
    private static final Instant YEAR_1 = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    private final Taggings taggings;
    private final String codebookId;
    private final String taggerId;

    /** Accepts taggings by that codebook and that tagger only: a second tagger would count every theme twice. */
    public AcceptTagging(Taggings taggings, String codebookId, String taggerId) {
        this.taggings = taggings;
        this.codebookId = codebookId;
        this.taggerId = taggerId;
    }

    /**
     * Throws INVALID with every reason why this tagging cannot be kept, MALFORMED for text that is no Unicode. A reason is a
     * sentence that never quotes the tagging: whatever stands there would stand in logs and headers too.
     */
    public void require(Tagging tagging) {
        requireUnicode(tagging);
        var faults = new ArrayList<Fault>();
        if (!tagging.codebookId().equals(codebookId)) {
            faults.add(new Fault(
                    "/codebook_id", "codebook_id is not %s, which this chat is tagged by".formatted(codebookId)));
        }
        if (!tagging.taggerId().equals(taggerId)) {
            faults.add(new Fault("/tagger/id", "tagger.id is not %s, whose tags this chat keeps".formatted(taggerId)));
        }
        if (tagging.codebookVersion() < 1 || tagging.tweetRevision() < 1) {
            faults.add(new Fault("", "codebook_version and tweet_revision count from 1"));
        }
        if (!VERSION.matcher(tagging.taggerVersion()).matches()) {
            faults.add(new Fault("/tagger/version", "a tagger version is numbers with dots"));
        }
        if (tagging.taggedAt().isBefore(YEAR_1) || !tagging.taggedAt().isBefore(YEAR_10000)) {
            faults.add(new Fault("/tagged_at", "tagged_at is not a time of a year with four digits"));
        }
        tags(tagging.tags(), faults);
        if (!faults.isEmpty()) {
            throw Failure.invalid(faults);
        }
    }

    private static void requireUnicode(Tagging tagging) {
        UnicodeText.require("/reason", tagging.failure().orElse(null));
        for (var tag : tagging.tags()) {
            UnicodeText.require("/tags", tag.theme());
            for (var words : tag.evidence()) {
                UnicodeText.require("/tags", words.indicator());
                UnicodeText.require("/tags", words.text());
            }
        }
    }

    private static void tags(List<ThemeTag> tags, List<Fault> faults) {
        if (tags.size() > MOST_TAGS) {
            faults.add(new Fault("/tags", "there are %d tags; %d are the most".formatted(tags.size(), MOST_TAGS)));
        }
        if (tags.stream().map(ThemeTag::theme).distinct().count() < tags.size()) {
            faults.add(new Fault("/tags", "a theme is given twice"));
        }
        tags.forEach(tag -> tag(tag, faults));
    }

    private static void tag(ThemeTag tag, List<Fault> faults) {
        if (tag.theme().isEmpty() || tag.theme().length() > LONGEST_THEME) {
            faults.add(new Fault("/tags", "a theme holds 1 to %d characters".formatted(LONGEST_THEME)));
        }
        if (!(tag.score() >= 0 && tag.score() <= 1)) {
            faults.add(new Fault("/tags", "a score lies between 0 and 1"));
        }
        if (tag.evidence().stream().anyMatch(words -> words.start() < 0 || words.end() <= words.start())) {
            faults.add(new Fault("/tags", "evidence has an empty span"));
        }
        if (tag.evidence().stream().anyMatch(words -> words.weight() != null && !Double.isFinite(words.weight()))) {
            faults.add(new Fault("/tags", "a weight is not a number"));
        }
    }

    /** Keeps required taggings, as {@link Taggings#keep} says. */
    public Map<Tagging, String> accept(List<Tagging> required) {
        return taggings.keep(required);
    }
}
