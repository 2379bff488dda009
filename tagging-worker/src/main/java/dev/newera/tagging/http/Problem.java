package dev.newera.tagging.http;

/** A request cannot be answered. The detail is for the person who sent it: never an internal name, never their text. */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String pointer;

    private Problem(int status, String pointer, String detail) {
        super(detail);
        this.status = status;
        this.pointer = pointer;
    }

    /** @param pointer to the place in the body, or null where it has none */
    static Problem malformed(String pointer, String detail) {
        return new Problem(400, pointer, detail);
    }

    static Problem unprocessable(String pointer, String detail) {
        return new Problem(422, pointer, detail);
    }

    static Problem tooLarge(String detail) {
        return new Problem(413, null, detail);
    }

    static Problem unavailable(String detail) {
        return new Problem(503, null, detail);
    }

    int status() {
        return status;
    }

    String pointer() {
        return pointer;
    }
}
