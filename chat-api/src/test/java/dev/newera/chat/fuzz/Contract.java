package dev.newera.chat.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** docs/api/openapi.yaml, as whoever doubts it needs it: what can be asked, and how each question may be answered. */
final class Contract {
    private final JsonNode document;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();
    /** The last good answer of each kind: many are the same again, and some, such as a codebook, are long. */
    private final Map<String, String> seen = new ConcurrentHashMap<>();

    /** @param parameters of the path and of the method */
    record Operation(String method, String path, JsonNode spec, List<JsonNode> parameters) {
        boolean promises(int status) {
            return spec.at("/responses/" + status).isObject();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private Contract(JsonNode document) {
        this.document = document;
    }

    static Contract read() {
        try (var file = Contract.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return new Contract(new YAMLMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All but the stream, which goes on for ever once it is answered 200: StreamTest asks for it. */
    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    var spec = method.getValue();
                    if (!method.getKey().equals("parameters") && !isStream(spec)) {
                        operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                spec,
                                parameters(path.getValue(), spec)));
                    }
                }));
        return List.copyOf(operations);
    }

    private static boolean isStream(JsonNode operation) {
        return operation.at("/responses/200/content").has("text/event-stream");
    }

    private List<JsonNode> parameters(JsonNode path, JsonNode method) {
        var parameters = new ArrayList<JsonNode>();
        path.path("parameters").forEach(it -> parameters.add(resolved(it)));
        method.path("parameters").forEach(it -> parameters.add(resolved(it)));
        return parameters;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** What is wrong with the answer; empty if it is as promised. A 5xx is promised for bad times, and these are good. */
    String complaint(Operation operation, Answer answer) {
        if (answer.status() >= 500) {
            return "a failure of this side";
        }
        if (!operation.promises(answer.status())) {
            return "a status that is not promised";
        }
        var content =
                resolved(operation.spec().at("/responses/" + answer.status())).path("content");
        if (content.isEmpty()) {
            return answer.body().isEmpty() ? "" : "a body where none is promised";
        }
        if (!content.has(answer.type())) {
            return "a media type that is not promised";
        }
        return answer.type().endsWith("json") ? complaint(operation, answer, content) : "";
    }

    private String complaint(Operation operation, Answer answer, JsonNode content) {
        var kind = operation + " " + answer.status();
        if (answer.body().equals(seen.get(kind))) {
            return "";
        }
        var schema = compiled.computeIfAbsent(
                kind, any -> schema(content.get(answer.type()).get("schema")));
        var faults = schema.validate(answer.body(), InputFormat.JSON);
        if (faults.isEmpty()) {
            seen.put(kind, answer.body());
            return "";
        }
        return "not of the shape that is promised: " + faults;
    }

    /** Together with all that it may refer to. */
    private Schema schema(JsonNode schema) {
        var whole = JsonNodeFactory.instance.objectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", document.get("components"));
        return schemas.getSchema(whole);
    }
}
