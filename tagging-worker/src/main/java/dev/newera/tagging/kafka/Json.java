package dev.newera.tagging.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.util.stream.Collectors;

/** JSON as the event contract has it: snake_case; unknown fields are ignored, everything else is taken at its word. */
final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    static <T> T read(byte[] value, Class<T> type) throws Refused {
        try {
            var read = MAPPER.readValue(value, type);
            if (read == null) throw new Refused("The value is the JSON literal null.");
            return read;
        } catch (JsonMappingException e) {
            throw new Refused("The value does not follow its schema: see " + path(e) + ".");
        } catch (JsonProcessingException e) {
            throw new Refused("The value is not JSON: see " + place(e) + ".");
        } catch (IOException e) {
            throw new Refused("The value is not JSON in UTF-8.");
        }
    }

    static byte[] write(Object value) throws JsonProcessingException {
        return MAPPER.writeValueAsBytes(value);
    }

    /** The name of the field; Jackson's own message would quote what stands in it. */
    private static String path(JsonMappingException e) {
        var names = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("/"));
        return names.isEmpty() ? "its top level" : names;
    }

    private static String place(JsonProcessingException e) {
        var place = e.getLocation();
        return place == null ? "its start" : "line " + place.getLineNr() + ", column " + place.getColumnNr();
    }
}
