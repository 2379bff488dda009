package dev.newera.chat.operations;

/** A server that a command needs does not answer; the message tells which one, where, and what it said. */
public final class Away extends RuntimeException {
    public Away(String message, Throwable cause) {
        super(message, cause);
    }
}
