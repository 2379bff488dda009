package dev.newera.tagging;

import dev.newera.tagging.text.Scanner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads one text after another with a lexicon, in memory of its own that it uses again: until it makes its answer it allocates
 * nothing. For one thread at a time.
 */
final class Reading {
    private static final Comparator<Evidence> BY_PLACE = (a, b) ->
            a.start() != b.start() ? Integer.compare(a.start(), b.start()) : Integer.compare(a.end(), b.end());

    private final Lexicon lexicon;
    private final Scanner scanner;
    private final double[] sums;
    private final List<Evidence> evidence = new ArrayList<>();

    /** For each phrase the round in which it was met last. */
    private final int[] met;

    private int round;
    private int hits;

    Reading(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.scanner = lexicon.matcher.scanner();
        this.sums = new double[lexicon.themes.size()];
        this.met = new int[lexicon.from.length];
    }

    List<String> themes(String text) {
        add(text);
        var themes = new ArrayList<String>();
        for (int theme = 0; theme < sums.length; theme++) {
            if (isTagged(theme)) {
                themes.add(lexicon.themes.get(theme).id());
            }
        }
        return themes;
    }

    double[] scores(String text) {
        add(text);
        var scores = new double[sums.length];
        for (int theme = 0; theme < sums.length; theme++) {
            scores[theme] = score(theme);
        }
        return scores;
    }

    List<Tag> tags(String text) {
        add(text);
        var tags = new ArrayList<Tag>(4);
        for (int theme = 0; theme < sums.length; theme++) {
            if (isTagged(theme)) {
                tags.add(new Tag(lexicon.themes.get(theme).id(), score(theme), evidence(theme)));
            }
        }
        return tags;
    }

    private void add(String text) {
        startAgain();
        hits = scanner.scan(text);
        for (int hit = 0; hit < hits; hit++) {
            int phrase = scanner.phrase(hit);
            if (isFirst(phrase)) {
                add(phrase);
            }
        }
    }

    private void add(int phrase) {
        int to = lexicon.from[phrase + 1];
        for (int i = lexicon.from[phrase]; i < to; i++) {
            sums[lexicon.themeOf[i]] += lexicon.weights[i];
        }
    }

    private void startAgain() {
        round++;
        System.arraycopy(lexicon.biases, 0, sums, 0, sums.length);
    }

    private boolean isFirst(int phrase) {
        boolean first = met[phrase] != round;
        met[phrase] = round;
        return first;
    }

    private boolean isTagged(int theme) {
        return sums[theme] >= lexicon.cuts[theme];
    }

    private double score(int theme) {
        return 1 / (1 + Math.exp(-sums[theme]));
    }

    /** What speaks for the theme, each indicator where it was hit first. A guard has been counted; it is no evidence. */
    private List<Evidence> evidence(int theme) {
        round++;
        evidence.clear();
        boolean inOrder = true;
        int before = 0;
        for (int hit = 0; hit < hits; hit++) {
            int indicator = indicator(scanner.phrase(hit), theme);
            if (indicator >= 0 && lexicon.weights[indicator] > 0 && isFirst(scanner.phrase(hit))) {
                int start = scanner.start(hit);
                inOrder &= start >= before;
                before = start;
                evidence.add(evidence(hit, lexicon.indicators[indicator]));
            }
        }
        if (!inOrder) {
            evidence.sort(BY_PLACE);
        }
        return List.copyOf(evidence);
    }

    /** The phrase's indicator of the theme, or -1. */
    private int indicator(int phrase, int theme) {
        int to = lexicon.from[phrase + 1];
        for (int i = lexicon.from[phrase]; i < to; i++) {
            if (lexicon.themeOf[i] == theme) {
                return i;
            }
        }
        return -1;
    }

    private Evidence evidence(int hit, Indicator indicator) {
        return new Evidence(
                indicator.text(), scanner.start(hit), scanner.end(hit), scanner.quote(hit), indicator.weight());
    }
}
