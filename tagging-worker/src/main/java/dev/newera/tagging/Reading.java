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

    private final Lexicon lexicon;
    private final Scanner scanner;
    private final double[] sums;

    /** A bit for each phrase: whether this text has said it before. */
    private final long[] said;

    private int hits;

    // Indicators that weigh enough to be evidence, each with its first hit.
    private int[] clearIndicator = new int[16];
    private int[] clearHit = new int[16];
    private int clear;

    // The answer while it grows.
    private final Tag[] tags;
    private Evidence[] evidence = new Evidence[16];

    Reading(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.scanner = lexicon.matcher.scanner();
        this.sums = new double[lexicon.themes.size()];
        this.tags = new Tag[lexicon.themes.size()];
        this.said = new long[lexicon.phrases() / Long.SIZE + 1];
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
        int count = 0;
        for (int theme = 0; theme < sums.length; theme++) {
            if (isTagged(theme)) {
                tags[count++] = new Tag(lexicon.themes.get(theme).id(), score(theme), evidence(theme));
            }
        }
        return list(tags, count);
    }

    private void add(String text) {
        startAgain();
        hits = scanner.scan(text);
        for (int hit = 0; hit < hits; hit++) {
            add(scanner.phrase(hit), hit);
        }
        // Hit by hit, not all at once: what is not said must cost nothing, however many phrases there are.
        for (int hit = 0; hit < hits; hit++) {
            said[scanner.phrase(hit) >>> 6] = 0;
        }
    }

    private void add(int phrase, int hit) {
        if ((said[phrase >>> 6] >>> phrase & 1) != 0) {
            return;
        }
        said[phrase >>> 6] |= 1L << phrase;
        int theme = lexicon.themeOfPhrase[phrase];
        if (theme == Lexicon.SEVERAL) {
            addSeveral(phrase, hit);
            return;
        }
        double weight = lexicon.weightOfPhrase[phrase];
        sums[theme] += weight;
        if (weight >= Evidence.LEAST_WEIGHT) {
            keep(lexicon.from[phrase], hit);
        }
    }

    private void addSeveral(int phrase, int hit) {
        int to = lexicon.from[phrase + 1];
        for (int i = lexicon.from[phrase]; i < to; i++) {
            sums[lexicon.themeOf[i]] += lexicon.weights[i];
            if (lexicon.weights[i] >= Evidence.LEAST_WEIGHT) {
                keep(i, hit);
            }
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
        if (evidence.length < clear) {
            evidence = new Evidence[clear * 2];
        }
        int count = 0;
        for (int i = 0; i < clear; i++) {
            if (lexicon.themeOf[clearIndicator[i]] == theme && !isInsideAnother(i, theme)) {
                evidence[count++] = evidence(clearHit[i], lexicon.indicators[clearIndicator[i]]);
            }
        }
        if (count > 1) {
            Arrays.sort(evidence, 0, count, BY_PLACE);
        }
        return count == 0 ? heaviest(theme) : list(evidence, count);
    }

    /** Of one or two, as most are, nothing is copied; a list that grows would be copied twice. */
    private static <T> List<T> list(T[] items, int count) {
        return switch (count) {
            case 0 -> List.of();
            case 1 -> List.of(items[0]);
            case 2 -> List.of(items[0], items[1]);
            default -> List.of(Arrays.copyOf(items, count));
        };
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
