package dev.newera.chat.http.pages;

import io.quarkus.qute.RawString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The pages' style sheet, which goes into each of them: a page that was saved or sent looks the same years later. */
public final class Style {
    static final RawString SHEET = read();

    /** By which a browser knows it again, as a Content-Security-Policy names it. */
    public static final String HASH = hash();

    private Style() {}

    /** Of all that stands between the tags: the templates give the sheet lines of its own. */
    private static String hash() {
        try {
            var inside = ("\n" + SHEET.getValue() + "\n").getBytes(StandardCharsets.UTF_8);
            return "sha256-"
                    + Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("SHA-256").digest(inside));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RawString read() {
        try (var file = Style.class.getResourceAsStream("/pages/style.css")) {
            return new RawString(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
