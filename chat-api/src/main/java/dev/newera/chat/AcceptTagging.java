package dev.newera.chat;

import dev.newera.chat.Failure.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A tagger answers: what it says is checked, one by one, then kept together. */
public final class AcceptTagging {
    private static final Pattern VERSION = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){0,3}");

    private final Taggings taggings;
    private final String codebookId;
    private final String taggerId;

    /** Accepts taggings by that codebook and that tagger only: a second tagger would count every theme twice. */
    public AcceptTagging(Taggings taggings, String codebookId, String taggerId) {
        this.taggings = taggings;
        this.codebookId = codebookId;
        this.taggerId = taggerId;
    }

    /** Throws INVALID with every reason why this tagging cannot be kept, MALFORMED for text that is no Unicode. */
    public void require(Tagging tagging) {
        requireUnicode(tagging);
        var faults = new ArrayList<Fault>();
        if (!tagging.codebookId().equals(codebookId)) {
            faults.add(new Fault("/codebook_id", "unknown codebook: " + tagging.codebookId()));
        }
        if (!tagging.taggerId().equals(taggerId)) {
            faults.add(new Fault("/tagger/id", "unknown tagger: " + tagging.taggerId()));
        }
        if (tagging.codebookVersion() < 1 || tagging.tweetRevision() < 1) {
            faults.add(new Fault("", "codebook_version and tweet_revision count from 1"));
        }
        if (!VERSION.matcher(tagging.taggerVersion()).matches()) {
            faults.add(new Fault("/tagger/version", "a tagger version is numbers with dots"));
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
        var themes = new HashSet<String>();
        for (var tag : tags) {
            if (!themes.add(tag.theme())) {
                faults.add(new Fault("/tags", "theme given twice: " + tag.theme()));
            }
            if (!(tag.score() >= 0 && tag.score() <= 1)) {
                faults.add(new Fault("/tags", "a score lies between 0 and 1"));
            }
            if (tag.evidence().stream().anyMatch(words -> words.start() < 0 || words.end() <= words.start())) {
                faults.add(new Fault("/tags", "evidence has an empty span"));
            }
        }
    }

    /** Keeps required taggings, as {@link Taggings#keep} says. */
    public Map<Tagging, String> accept(List<Tagging> required) {
        return taggings.keep(required);
    }
}
