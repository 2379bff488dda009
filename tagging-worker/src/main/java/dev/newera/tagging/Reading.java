package dev.newera.tagging;

import dev.newera.tagging.text.Scanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Reads one text after another with a lexicon, in memory of its own that it uses again: until it makes its answer it allocates
 * nothing. For one thread at a time.
 */
final class Reading {
    private static final Comparator<Evidence> BY_PLACE = (a, b) ->
            a.start() != b.start() ? Integer.compare(a.start(), b.start()) : Integer.compare(a.end(), b.end());

    // For each phrase two longs: its weight, and below the round in which it was met last its theme. A hit then touches
    // one cache
    // line here, where four tables took four.
    private static final int PHRASE = 2;

    private static final int ROUND_SHIFT = 32;

    /** Instead of its theme: the phrase speaks for several, each with a weight of its own. */
    private static final int SEVERAL = -1;

    private final Lexicon lexicon;
    private final Scanner scanner;
    private final double[] sums;
    private final long[] phrases;

    private int round;
    private int hits;

    // Indicators that weigh enough to be evidence, each with its first hit.
    private int[] clearIndicator = new int[16];
    private int[] clearHit = new int[16];
    private int clear;

    Reading(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.scanner = lexicon.matcher.scanner();
        this.sums = new double[lexicon.themes.size()];
        this.phrases = new long[(lexicon.from.length - 1) * PHRASE];
        for (int phrase = 0; phrase < lexicon.from.length - 1; phrase++) {
            int from = lexicon.from[phrase];
            boolean several = lexicon.from[phrase + 1] > from + 1;
            phrases[phrase * PHRASE] = Double.doubleToRawLongBits(lexicon.weights[from]);
            phrases[phrase * PHRASE + 1] = (several ? SEVERAL : lexicon.themeOf[from]) & 0xFFFFFFFFL;
        }
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
            add(scanner.phrase(hit), hit);
        }
    }

    private void add(int phrase, int hit) {
        long known = phrases[phrase * PHRASE + 1];
        if ((int) (known >>> ROUND_SHIFT) == round) {
            return;
        }
        phrases[phrase * PHRASE + 1] = (long) round << ROUND_SHIFT | known & 0xFFFFFFFFL;
        int theme = (int) known;
        if (theme == SEVERAL) {
            addSeveral(phrase, hit);
        } else {
            add(lexicon.from[phrase], theme, Double.longBitsToDouble(phrases[phrase * PHRASE]), hit);
        }
    }

    private void addSeveral(int phrase, int hit) {
        int to = lexicon.from[phrase + 1];
        for (int i = lexicon.from[phrase]; i < to; i++) {
            add(i, lexicon.themeOf[i], lexicon.weights[i], hit);
        }
    }

    private void add(int indicator, int theme, double weight, int hit) {
        sums[theme] += weight;
        if (weight >= Evidence.LEAST_WEIGHT) {
            keep(indicator, hit);
        }
    }

    private void keep(int indicator, int hit) {
        if (clear == clearIndicator.length) {
            clearIndicator = Arrays.copyOf(clearIndicator, clear * 2);
            clearHit = Arrays.copyOf(clearHit, clear * 2);
        }
        clearIndicator[clear] = indicator;
        clearHit[clear++] = hit;
    }

    private void startAgain() {
        round++;
        clear = 0;
        System.arraycopy(lexicon.biases, 0, sums, 0, sums.length);
    }

    private boolean isTagged(int theme) {
        return sums[theme] >= lexicon.cuts[theme];
    }

    private double score(int theme) {
        return 1 / (1 + Math.exp(-sums[theme]));
    }

    /** What speaks clearly for the theme, each indicator where it was hit first; if nothing does, what speaks loudest. */
    private List<Evidence> evidence(int theme) {
        var evidence = new ArrayList<Evidence>(4);
        for (int i = 0; i < clear; i++) {
            if (lexicon.themeOf[clearIndicator[i]] == theme && !isInsideAnother(i, theme)) {
                evidence.add(evidence(clearHit[i], lexicon.indicators[clearIndicator[i]]));
            }
        }
        if (evidence.size() > 1) {
            evidence.sort(BY_PLACE);
        }
        return evidence.isEmpty() ? heaviest(theme) : evidence;
    }

    private boolean isInsideAnother(int one, int theme) {
        int start = scanner.start(clearHit[one]);
        int end = scanner.end(clearHit[one]);
        for (int i = 0; i < clear; i++) {
            int otherStart = scanner.start(clearHit[i]);
            int otherEnd = scanner.end(clearHit[i]);
            boolean inside = otherStart <= start && end <= otherEnd && otherEnd - otherStart > end - start;
            if (inside && lexicon.themeOf[clearIndicator[i]] == theme) {
                return true;
            }
        }
        return false;
    }

    private List<Evidence> heaviest(int theme) {
        Evidence heaviest = null;
        for (int hit = 0; hit < hits; hit++) {
            int phrase = scanner.phrase(hit);
            for (int i = lexicon.from[phrase]; i < lexicon.from[phrase + 1]; i++) {
                boolean heavier = lexicon.weights[i] > (heaviest == null ? 0 : heaviest.weight());
                if (lexicon.themeOf[i] == theme && heavier) {
                    heaviest = evidence(hit, lexicon.indicators[i]);
                }
            }
        }
        return heaviest == null ? List.of() : List.of(heaviest);
    }

    private Evidence evidence(int hit, Indicator indicator) {
        return new Evidence(
                indicator.text(), scanner.start(hit), scanner.end(hit), scanner.quote(hit), indicator.weight());
    }
}
