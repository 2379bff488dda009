package dev.newera.chat;

import java.util.List;
import java.util.Optional;

/** The published codebooks. */
public interface Codebooks {

    /** The newest version, or empty if none was ever published. */
    Optional<Codebook> newest(String codebookId);

    /** One version. Throws NOT_FOUND. */
    Codebook version(String codebookId, int version);

    /** All versions' numbers, newest first. */
    List<Integer> versions(String codebookId);

    /** Keeps a version. Does nothing if the version is there: of two replicas that start at once, one publishes. */
    void publish(Codebook codebook);
}
