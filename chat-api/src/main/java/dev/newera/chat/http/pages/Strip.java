package dev.newera.chat.http.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Counts over time as a strip of bars, to be stretched to any width: the drawing is as many units wide as there are slices, and
 * {@link #HEIGHT} high. It holds no text, so nothing in it is distorted.
 */
record Strip(String name, boolean theme, String color, int tweets, int slices, List<Bar> bars) {
    static final int HEIGHT = 20;

    /** A slice in which something was said. */
    record Bar(int x, String y, String height) {}

    /** A strip of all tweets. */
    static Strip of(List<Integer> counts) {
        return of("All tweets", false, "inherit", counts);
    }

    /** A strip of a theme's tweets. */
    static Strip of(String theme, String color, List<Integer> counts) {
        return of(theme, true, color, counts);
    }

    /** Its own tallest bar fills the height: a rare theme would else not be seen beside the others. */
    private static Strip of(String name, boolean theme, String color, List<Integer> counts) {
        int tallest = Math.max(1, Collections.max(counts));
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < counts.size(); i++) {
            if (counts.get(i) > 0) {
                bars.add(bar(i, (double) HEIGHT * counts.get(i) / tallest));
            }
        }
        int tweets = counts.stream().mapToInt(Integer::intValue).sum();
        return new Strip(name, theme, color, tweets, counts.size(), bars);
    }

    private static Bar bar(int slice, double height) {
        return new Bar(slice, number(HEIGHT - height), number(height));
    }

    static String number(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
