package dev.newera.chat.http.pages;

import io.quarkus.qute.RawString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The pages' style sheet, which goes into each of them: a page that was saved or sent looks the same years later. */
final class Style {
    static final RawString SHEET = read();

    private Style() {}

    private static RawString read() {
        try (var file = Style.class.getResourceAsStream("/pages/style.css")) {
            return new RawString(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
