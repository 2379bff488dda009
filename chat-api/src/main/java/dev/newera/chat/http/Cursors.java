package dev.newera.chat.http;

import dev.newera.chat.Failure;
import dev.newera.chat.Secrets;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Page boundaries as opaque text: a place in the change log, signed together with the filters that it belongs to. Whoever changes
 * either gets a 400, not somebody else's page.
 */
@Singleton
final class Cursors {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;
    /** Eight bytes of place and the signature; nothing else decodes to as many. */
    private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9_-]{32}");

    private final Secrets secrets;
    private volatile SecretKeySpec key;

    Cursors(Secrets secrets) {
        this.secrets = secrets;
    }

    /** @param filters what the page shows, in a form that is the same for the same filters */
    String write(long place, String filters) {
        var bytes = ByteBuffer.allocate(Long.BYTES + SIGNATURE_BYTES)
                .putLong(place)
                .put(signature(place, filters))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Throws MALFORMED for anything but what {@link #write} wrote for these filters. */
    long read(String cursor, String filters) {
        var bytes = ByteBuffer.wrap(decoded(cursor));
        long place = bytes.getLong();
        var signature = new byte[SIGNATURE_BYTES];
        bytes.get(signature);
        if (!MessageDigest.isEqual(signature, signature(place, filters))) {
            throw refused();
        }
        return place;
    }

    private static byte[] decoded(String cursor) {
        if (!CURSOR.matcher(cursor).matches()) {
            throw refused();
        }
        return Base64.getUrlDecoder().decode(cursor);
    }

    private static Failure refused() {
        return Failure.malformed(
                "cursor", "cursor is not one that this chat gave out for these filters; begin again without it");
    }

    private byte[] signature(long place, String filters) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(place).array());
            return Arrays.copyOf(mac.doFinal(filters.getBytes(StandardCharsets.UTF_8)), SIGNATURE_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Read when first needed, so that the chat starts while the database is away. */
    private SecretKeySpec key() {
        if (key == null) {
            key = new SecretKeySpec(secrets.cursorKey(), ALGORITHM);
        }
        return key;
    }
}
