package dev.newera.tagging;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Tells which themes of a codebook a text carries, and why. A text's score for a theme is the logistic of the theme's bias
 * plus the weight of each distinct indicator hit; a score at or above the theme's threshold tags.
 *
 * <p>Among a theme's written indicators the longest phrase wins: {@code barrier} inside {@code crash barrier} does not count.
 * Learned ones were fitted together, and all count. Indicators of different themes never get in one another's way.
 *
 * <p>The caller pays for the depth that it asks for: {@link #themes}, {@link #scores}, or {@link #tag} with evidence. Safe
 * for use by many threads.
 */
public final class Tagger {
    /** Moves when the same codebook may give other tags than before. */
    public static final String VERSION = "1";

    /** Readings at rest: a thread takes one, or makes one, and puts it back. Few, for each keeps the words that it has seen. */
    private static final int SHELVES = 16;

    private final Codebook codebook;
    private final Lexicon lexicon;
    private final AtomicReferenceArray<Reading> readings = new AtomicReferenceArray<>(SHELVES);

    public Tagger(Codebook codebook) {
        this.codebook = codebook;
        this.lexicon = new Lexicon(codebook);
    }

    public Codebook codebook() {
        return codebook;
    }

    /** Every theme that the text carries, with its score and its evidence (see {@link Evidence}: not every hit is). */
    public Tagging tag(String text) {
        var reading = take();
        try {
            return new Tagging(codebook.id(), codebook.version(), reading.tags(text));
        } finally {
            giveBack(reading);
        }
    }

    /** The ids of the themes that the text carries, in the order of the codebook. */
    public List<String> themes(String text) {
        var reading = take();
        try {
            return reading.themes(text);
        } finally {
            giveBack(reading);
        }
    }

    /** The text's score for every theme of the codebook, in its order, whether it tags or not. */
    public double[] scores(String text) {
        var reading = take();
        try {
            return reading.scores(text);
        } finally {
            giveBack(reading);
        }
    }

    private Reading take() {
        var reading = readings.getAndSet(shelf(), null);
        return reading != null ? reading : new Reading(lexicon);
    }

    private void giveBack(Reading reading) {
        readings.setRelease(shelf(), reading);
    }

    private static int shelf() {
        return (int) (Thread.currentThread().getId() % SHELVES);
    }
}
