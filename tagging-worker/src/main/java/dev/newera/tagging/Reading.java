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

    /** For each indicator the round in which it was met last. */
    private final int[] met;

    private int round;
    private int hits;

    Reading(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.scanner = lexicon.matcher.scanner();
        this.sums = new double[lexicon.themes.size()];
        this.met = new int[lexicon.weights.length];
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
            int indicator = scanner.phrase(hit);
            if (isFirst(indicator)) {
                sums[lexicon.themeOf[indicator]] += lexicon.weights[indicator];
            }
        }
    }

    private void startAgain() {
        round++;
        System.arraycopy(lexicon.biases, 0, sums, 0, sums.length);
    }

    private boolean isFirst(int indicator) {
        boolean first = met[indicator] != round;
        met[indicator] = round;
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
        var evidence = new ArrayList<Evidence>(4);
        for (int hit = 0; hit < hits; hit++) {
            int indicator = scanner.phrase(hit);
            if (lexicon.themeOf[indicator] == theme && lexicon.weights[indicator] > 0 && isFirst(indicator)) {
                evidence.add(evidence(hit, lexicon.indicators.get(indicator)));
            }
        }
        if (evidence.size() > 1) {
            evidence.sort(BY_PLACE);
        }
        return evidence;
    }

    private Evidence evidence(int hit, Indicator indicator) {
        return new Evidence(
                indicator.text(), scanner.start(hit), scanner.end(hit), scanner.quote(hit), indicator.weight());
    }
}
