package dev.newera.chat;

import java.util.List;

/**
 * Why something that was asked for did not happen. The codes are a closed set: each is turned into an HTTP status and a
 * counter in one place, {@code chat.http}. Messages are for the person who asked; they never name an internal.
 */
public final class Failure extends RuntimeException {

    /** The closed set of reasons. */
    public enum Code {
        /** What came in cannot be read at all: broken JSON, an unknown field, text that is no Unicode. */
        MALFORMED,
        /** What came in can be read and breaks a rule of the chat. */
        INVALID,
        /** Nobody knows who asks. */
        UNAUTHENTICATED,
        /** It is known who asks, and they may not. */
        FORBIDDEN,
        /** There is no such thing. */
        NOT_FOUND,
        /** There was such a thing; it has been erased. */
        GONE,
        /** The same request is still being answered. */
        CONFLICT,
        /** An idempotency key came back with another body. */
        KEY_REUSED,
        /** More than the chat takes at once. */
        TOO_LARGE,
        /** One client asks for more than its share. */
        TOO_MANY,
        /** The chat has more waiting than it can promise to store soon; try again in a moment. */
        BUSY,
        /** The database cannot be reached; try again in a moment. */
        UNAVAILABLE
    }

    /**
     * One thing that is wrong.
     *
     * @param pointer JSON Pointer (RFC 6901) or query parameter name of the culprit, "" for the whole
     * @param detail a sentence that helps
     */
    public record Fault(String pointer, String detail) {}

    private final Code code;
    private final List<Fault> faults;

    private Failure(Code code, String detail, List<Fault> faults, Throwable cause) {
        super(detail, cause, false, cause != null);
        this.code = code;
        this.faults = List.copyOf(faults);
    }

    /** Something that cannot be read; {@code pointer} as in {@link Fault}. */
    public static Failure malformed(String pointer, String detail) {
        return new Failure(Code.MALFORMED, detail, List.of(new Fault(pointer, detail)), null);
    }

    /** One broken rule. */
    public static Failure invalid(String pointer, String detail) {
        return invalid(List.of(new Fault(pointer, detail)));
    }

    /** Broken rules, all that were found; there is at least one. */
    public static Failure invalid(List<Fault> faults) {
        return new Failure(Code.INVALID, faults.get(0).detail(), faults, null);
    }

    /** Any other failure that has no culprit inside a document. */
    public static Failure of(Code code, String detail) {
        return new Failure(code, detail, List.of(), null);
    }

    /** The database or another part that we need did not answer; {@code cause} is for the log only. */
    public static Failure unavailable(Throwable cause) {
        return new Failure(
                Code.UNAVAILABLE,
                "The database cannot be reached at the moment. Nothing is known to be stored; try again in a few seconds.",
                List.of(),
                cause);
    }

    public Code code() {
        return code;
    }

    public List<Fault> faults() {
        return faults;
    }
}
