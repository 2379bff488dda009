package dev.newera.chat;

/**
 * What the host of a chat session asks.
 *
 * @param label {@code Q1} to {@code Q99}, as tweets refer to it
 * @param text as the host announces it
 */
public record Question(String label, String text) {

    /** 1 to 99. */
    int number() {
        return Integer.parseInt(label.substring(1));
    }
}
