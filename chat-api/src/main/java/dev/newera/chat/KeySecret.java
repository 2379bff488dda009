package dev.newera.chat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An API key as its owner holds it: {@code nec_<id>_<secret>}. The prefix lets scanners of source code find one that has got lost.
 * The secret is 256 bits of chance, so a plain SHA-256 keeps it: nobody can guess through it, and no slow hash would make that
 * harder. Never printed but once, when it is made.
 */
public final class KeySecret {
    /** How every key begins, and nothing else that comes as a bearer token. */
    public static final String PREFIX = "nec_";

    static final int ID_BYTES = 6;
    static final int SECRET_BYTES = 32;

    private static final Pattern FORM =
            Pattern.compile("nec_([0-9a-f]{%d})_[0-9a-f]{%d}".formatted(2 * ID_BYTES, 2 * SECRET_BYTES));

    private final String id;
    private final String text;

    private KeySecret(String id, String text) {
        this.id = id;
        this.text = text;
    }

    /** A new one of this much chance, {@link #ID_BYTES} and {@link #SECRET_BYTES} together. */
    static KeySecret of(byte[] chance) {
        var hex = HexFormat.of();
        var id = hex.formatHex(chance, 0, ID_BYTES);
        return new KeySecret(id, PREFIX + id + "_" + hex.formatHex(chance, ID_BYTES, ID_BYTES + SECRET_BYTES));
    }

    /** Empty for what is no key at all. */
    public static Optional<KeySecret> parse(String text) {
        var form = FORM.matcher(text);
        return form.matches() ? Optional.of(new KeySecret(form.group(1), text)) : Optional.empty();
    }

    /** The part that may be told. */
    public String id() {
        return id;
    }

    /** What is kept of it. */
    public byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The key itself, for its owner. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return PREFIX + id + "_…";
    }
}
