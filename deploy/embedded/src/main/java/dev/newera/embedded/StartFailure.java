package dev.newera.embedded;

/** A server could not be started. The message is for the person at the keyboard: what is wrong, and what to do. */
public final class StartFailure extends RuntimeException {

    public StartFailure(String message) {
        super(message);
    }

    public StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
