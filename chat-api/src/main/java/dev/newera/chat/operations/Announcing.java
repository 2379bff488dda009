package dev.newera.chat.operations;

/** What the relay has announced. Methods throw UNAVAILABLE while the database is away. */
public interface Announcing {

    /** What it has yet to announce. */
    Unannounced unannounced();
}
