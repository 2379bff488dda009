package dev.newera.chat.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.newera.chat.Failure;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * JSON that comes in. Whatever is not exactly what the contract says is MALFORMED, with a pointer to the place: invalid UTF-8,
 * duplicate keys, unknown fields, a number where text belongs, depth, a second document behind the first.
 */
final class StrictJson {
    private static final JsonMapper MAPPER = mapper();

    private StrictJson() {}

    private static JsonMapper mapper() {
        var mapper = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(32)
                                .maxNumberLength(64)
                                .maxNameLength(256)
                                .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .build();
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return mapper;
    }

    /** Reads one document. */
    static <T> T read(byte[] body, Class<T> type) {
        return read(text(body), MAPPER.readerFor(type));
    }

    static <T> T read(String json, Class<T> type) {
        return read(json, MAPPER.readerFor(type));
    }

    /** The elements of one array, each to be read by {@link #read(JsonNode, Class)}. */
    static List<JsonNode> elements(byte[] body) {
        ArrayNode array = read(text(body), MAPPER.readerFor(ArrayNode.class));
        return array.valueStream().toList();
    }

    /** Reads an element; pointers begin at the element. */
    static <T> T read(JsonNode element, Class<T> type) {
        return read(element.toString(), type);
    }

    private static <T> T read(String json, ObjectReader reader) {
        if (json.isBlank()) {
            throw Failure.malformed("", "the body is empty; a JSON object is expected");
        }
        try {
            T value = reader.readValue(json);
            if (value == null) {
                throw Failure.malformed("", "the body is null; a JSON object is expected");
            }
            return value;
        } catch (UnrecognizedPropertyException unknown) {
            throw Failure.malformed(
                    pointer(unknown), "there is no field " + shortened(unknown.getPropertyName()) + " here");
        } catch (StreamConstraintsException beyond) {
            throw Failure.malformed(
                    "", "the JSON is nested deeper, or has longer numbers or names, than anything here needs");
        } catch (JsonMappingException wrong) {
            throw Failure.malformed(pointer(wrong), "this is not of the type that belongs here" + place(wrong));
        } catch (JsonProcessingException broken) {
            throw Failure.malformed("", "this is not JSON" + place(broken) + duplicate(broken));
        }
    }

    /** Decodes UTF-8 and nothing that merely resembles it: a decoder that replaces would store a question mark. */
    static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Failure.malformed("", "the body is not valid UTF-8");
        }
    }

    private static String pointer(JsonMappingException wrong) {
        return wrong.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : escaped(step.getFieldName())))
                .collect(Collectors.joining());
    }

    private static String escaped(String name) {
        return shortened(name).replace("~", "~0").replace("/", "~1");
    }

    private static String shortened(String name) {
        return name.length() > 64 ? name.substring(0, 64) + "…" : name;
    }

    private static String place(JsonProcessingException broken) {
        var at = broken.getLocation();
        return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static String duplicate(JsonProcessingException broken) {
        return broken.getOriginalMessage().startsWith("Duplicate field") ? ": a field is given twice" : "";
    }
}
