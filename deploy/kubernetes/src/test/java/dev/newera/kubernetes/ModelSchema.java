package dev.newera.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.util.stream.Stream;

/** The fields of a model class of fabric8 or Strimzi, and their types: whatever the class cannot hold is wrong. */
record ModelSchema(Class<?> model) implements Schema {

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .annotationIntrospector(new NothingElse())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            // A number where text belongs: port 8080 of a variable, say, which Kubernetes refuses too.
            .withCoercionConfig(
                    LogicalType.Textual,
                    coercion -> Stream.of(
                                    CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
                            .forEach(shape -> coercion.setCoercion(shape, CoercionAction.Fail)))
            .build();

    @Override
    public Stream<String> wrong(JsonNode object) {
        try {
            STRICT.treeToValue(object, model);
            return Stream.empty();
        } catch (JsonProcessingException e) {
            return Stream.of(e.getMessage());
        }
    }

    /** The models have a place for fields that they do not know; here there is none. */
    private static final class NothingElse extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated member) {
            return false;
        }
    }
}
