package dev.newera.chat.http;

import dev.newera.chat.Failure;
import dev.newera.chat.IdempotencyKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Idempotency-Key header, quoted (as the IETF draft has it) or bare (as everybody sends it). */
final class IdempotencyKeys {
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private IdempotencyKeys() {}

    static Optional<IdempotencyKey> of(String header, byte[] body) {
        return Optional.ofNullable(header).map(text -> new IdempotencyKey(bare(text.strip()), fingerprint(body)));
    }

    /** The key of one item of a batch: the batch's own, so that the whole repeats as one. */
    static Optional<IdempotencyKey> item(Optional<IdempotencyKey> batch, int index) {
        return batch.map(it -> new IdempotencyKey(it.key() + "#" + index, it.fingerprint()));
    }

    private static String bare(String text) {
        var quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        var key = quoted ? text.substring(1, text.length() - 1) : text;
        if (!VISIBLE.matcher(key).matches()) {
            throw Failure.malformed("Idempotency-Key", "Idempotency-Key holds 1 to 255 visible ASCII characters");
        }
        return key;
    }

    private static String fingerprint(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
