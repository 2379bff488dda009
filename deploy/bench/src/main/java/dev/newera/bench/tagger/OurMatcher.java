package dev.newera.bench.tagger;

import dev.newera.tagging.text.Matcher;
import dev.newera.tagging.text.Phrase;
import dev.newera.tagging.text.Scanner;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The worker's own matcher. */
final class OurMatcher implements Engine {
    private final Scanner scanner;
    private final List<Integer> themeOf = new ArrayList<>();

    OurMatcher(List<List<Phrase>> themes) {
        var phrases = Matcher.builder();
        for (int theme = 0; theme < themes.size(); theme++) {
            for (var phrase : themes.get(theme)) {
                phrases.add(phrase.text());
                themeOf.add(theme);
            }
        }
        scanner = phrases.build().scanner();
    }

    @Override
    public BitSet touched(String text) {
        var touched = new BitSet();
        int hits = scanner.scan(text);
        for (int hit = 0; hit < hits; hit++) {
            touched.set(themeOf.get(scanner.phrase(hit)));
        }
        return touched;
    }
}
