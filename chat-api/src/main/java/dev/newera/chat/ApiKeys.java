package dev.newera.chat;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** The API keys of the chat, as digests. All methods throw UNAVAILABLE when the database does not answer. */
public interface ApiKeys {

    /** A key and the digest of its secret. */
    record Kept(ApiKey key, byte[] digest) {

        /** Whether it is the key that this is the secret of; takes as long for any answer. */
        public boolean matches(KeySecret secret) {
            return MessageDigest.isEqual(digest, secret.digest());
        }
    }

    /** The key of this id, also one that is good no more. */
    Optional<Kept> find(String id);

    /** All of them, newest first. */
    List<ApiKey> all();

    /** Keeps a new one, and who made it. */
    void add(Kept key, Caller by);

    /** From now on it opens nothing. False if that was so already. Throws NOT_FOUND. */
    boolean revoke(String id, Caller by);

    /** It has just been used. */
    void used(String id);
}
