package dev.newera.chat;

/** Secrets that all replicas of the chat share. */
public interface Secrets {

    /** The key that cursors are signed with, 32 bytes. Throws UNAVAILABLE. */
    byte[] cursorKey();
}
