package dev.newera.kubernetes;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Map.Entry;

/** The kinds of operators that have no model in Java: JSON Schemas of the part that the manifests use. */
final class CustomResources {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private CustomResources() {}

    /** The schema of each type, by {@link Manifest#type}. */
    static Map<String, Schema> schemas() {
        try (var file = CustomResources.class.getResourceAsStream("/custom-resources.yaml")) {
            var document = new YAMLMapper().readTree(file);
            return document.get("kinds").properties().stream()
                    .collect(toMap(Entry::getKey, kind -> schema(document, kind.getValue())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema schema(JsonNode document, JsonNode spec) {
        ObjectNode whole = new ObjectMapper().createObjectNode();
        whole.put("type", "object").put("additionalProperties", false);
        whole.putArray("required").add("apiVersion").add("kind").add("metadata").add("spec");
        var properties = whole.putObject("properties");
        properties.put("apiVersion", true).put("kind", true);
        properties.set("metadata", document.get("metadata"));
        properties.set("spec", spec);
        whole.set("$defs", document.get("$defs"));
        var schema = REGISTRY.getSchema(whole);
        return object -> schema.validate(object).stream().map(Object::toString);
    }
}
