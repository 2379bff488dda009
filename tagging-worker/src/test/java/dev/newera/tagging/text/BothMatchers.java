package dev.newera.tagging.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** The same phrases in the fast matcher and in the naive one. Whatever a test asks, it asks both. */
final class BothMatchers {
    private final Matcher.Builder fast = Matcher.builder();
    private final NaiveMatcher naive = new NaiveMatcher();
    private final List<String> phrases = new ArrayList<>();

    /** Phrases that stand for themselves, written with semicolons between. */
    static BothMatchers of(String phrases) {
        var both = new BothMatchers();
        for (var phrase : phrases.split(" ; ")) {
            both.add(phrase.strip());
        }
        return both;
    }

    BothMatchers add(String phrase) {
        fast.add(phrase);
        naive.add(phrase, null);
        phrases.add(phrase);
        return this;
    }

    BothMatchers add(String phrase, String group) {
        fast.add(phrase, group);
        naive.add(phrase, group);
        phrases.add(phrase);
        return this;
    }

    /** The words of the text that were hit, in the order of their ends, each as it stands there. */
    List<String> quotes(String text) {
        return hits(text).stream().map(hit -> quote(text, hit)).toList();
    }

    /** The hits, each as "phrase@start-end". */
    List<String> places(String text) {
        return hits(text).stream()
                .map(hit -> phrases.get(hit.phrase()) + "@" + hit.start() + "-" + hit.end())
                .toList();
    }

    private List<Hit> hits(String text) {
        var hits = fast.build().find(text);
        assertThat(hits).as("the naive matcher agrees about: %s", text).isEqualTo(naive.find(text));
        return hits;
    }

    static String quote(String text, Hit hit) {
        return text.substring(text.offsetByCodePoints(0, hit.start()), text.offsetByCodePoints(0, hit.end()));
    }
}
