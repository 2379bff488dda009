package dev.newera.tagging.http;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;

/**
 * A text to be analysed.
 *
 * @param codebookVersion the version that must have been in force, or null
 */
record AnalysisRequest(String text, Integer codebookVersion) {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** @throws Problem when the body is no such request */
    static AnalysisRequest of(byte[] body) {
        Edges.requireSize(body);
        var request = parsed(body);
        if (request == null || request.text == null) throw Problem.unprocessable("/text", "a text is needed");
        if (request.text.isBlank()) throw Problem.unprocessable("/text", "the text is empty");
        if (!isText(request.text)) {
            throw Problem.malformed("/text", "the text holds a NUL or half of a surrogate pair, which is no character");
        }
        return request;
    }

    private static AnalysisRequest parsed(byte[] body) {
        try {
            return MAPPER.readValue(body, AnalysisRequest.class);
        } catch (UnrecognizedPropertyException e) {
            throw Problem.malformed(
                    "/" + e.getPropertyName(), "this field is not known; text and codebook_version are");
        } catch (StreamReadException e) {
            throw Problem.malformed(
                    null,
                    "The body is not JSON: see line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ".");
        } catch (JsonMappingException e) {
            throw Problem.malformed(pointer(e), "the value is of the wrong kind");
        } catch (IOException e) {
            throw Problem.malformed(null, "The body is not JSON in UTF-8.");
        }
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().isEmpty() ? "" : "/" + e.getPath().get(0).getFieldName();
    }

    private static boolean isText(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }
}
