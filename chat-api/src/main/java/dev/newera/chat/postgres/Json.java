package dev.newera.chat.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newera.chat.Entities;
import dev.newera.chat.Evidence;
import dev.newera.chat.Question;
import dev.newera.chat.Theme;
import java.util.List;

/** What is kept as jsonb: written by this package, read by this package; and the little that the chat knows of a codebook. */
final class Json {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Entities entities(String json) {
        return read(json, Entities.class);
    }

    static List<Evidence> evidence(String json) {
        return List.of(read(json, Evidence[].class));
    }

    static List<Question> questions(String json) {
        return List.of(read(json, Question[].class));
    }

    /** The themes of a codebook document; what else it holds is for taggers. */
    static List<Theme> themes(String document) {
        return read(document, CodebookDocument.class).themes().stream()
                .map(it -> new Theme(it.id(), it.name(), it.definition(), it.color(), it.parent(), it.pole()))
                .toList();
    }

    private record CodebookDocument(List<ThemeDocument> themes) {}

    private record ThemeDocument(String id, String name, String definition, String color, String parent, String pole) {}

    private static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a jsonb column holds what this package did not write", damaged);
        }
    }
}
