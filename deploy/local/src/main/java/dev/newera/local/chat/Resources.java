package dev.newera.local.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files that come with this program. */
final class Resources {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Resources() {}

    static List<String> lines(String name) {
        return text(name).lines().toList();
    }

    static List<JsonNode> jsonLines(String name) {
        return lines(name).stream().map(Resources::parse).toList();
    }

    static JsonNode json(String name) {
        return parse(text(name));
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) {
        try (var file = Resources.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
