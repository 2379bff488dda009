package dev.newera.tagging.text;

/** A text is not a phrase of the grammar. The message tells where and why. */
public final class PhraseException extends IllegalArgumentException {
    private final int position;

    PhraseException(int position, String reason) {
        super("character " + (position + 1) + ": " + reason);
        this.position = position;
    }

    /** Code point of the phrase at which it goes wrong, from 0. */
    public int position() {
        return position;
    }
}
