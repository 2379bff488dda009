package dev.newera.chat.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * The running service against its own contract: whatever comes in, the answer is one that docs/api/openapi.yaml names, in the shape
 * that it gives. {@code -Dfuzz.inputs=2000000 -Dfuzz.seed=7} runs longer and elsewhere; a failure prints its input.
 */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class HttpFuzzTest {
    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 1_500);
    private static final long SEED = Long.getLong("fuzz.seed", 20140912);
    private static final String GOOD_CHAT =
            "{\"title\":\"take risks #NewEraNHS\",\"hashtag\":\"neweranhs\",\"starts_at\":\"2014-09-12T12:00:00Z\","
                    + "\"ends_at\":\"2014-09-12T13:00:00Z\",\"questions\":[{\"label\":\"Q1\",\"text\":\"Why?\"}]}";
    private static final String GOOD = "{\"text\":\"take risks #NewEraNHS\",\"author\":{\"username\":\"sazlocks\"}}";

    private final Noise noise = new Noise(SEED);
    private final HttpClient client =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final JsonNode contract = contract();
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> compiled = new HashMap<>();

    private record Operation(String method, String path, JsonNode spec, List<JsonNode> parameters) {}

    private record Input(Operation operation, URI uri, byte[] body, String contentType) {
        @Override
        public String toString() {
            return operation.method() + " " + uri + " " + contentType + "\n"
                    + (body == null ? "" : new String(body, StandardCharsets.UTF_8));
        }
    }

    private static JsonNode contract() {
        try (var file = HttpFuzzTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return new YAMLMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? contract.at(node.get("$ref").asText().substring(1)) : node;
    }

    private List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        contract.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (!method.getKey().equals("parameters") && !isStream(method.getValue())) {
                        var parameters = new ArrayList<JsonNode>();
                        path.getValue().path("parameters").forEach(it -> parameters.add(resolved(it)));
                        method.getValue().path("parameters").forEach(it -> parameters.add(resolved(it)));
                        operations.add(new Operation(
                                method.getKey().toUpperCase(), path.getKey(), method.getValue(), parameters));
                    }
                }));
        return operations;
    }

    /** Goes on for ever, once it is answered 200: StreamTest asks for it. */
    private static boolean isStream(JsonNode operation) {
        return operation.at("/responses/200/content").has("text/event-stream");
    }

    @Test
    void whatever_comes_in_the_answer_is_one_that_the_contract_names() throws Exception {
        var operations = operations();
        var statuses = new HashMap<Integer, Integer>();
        for (int i = 0; i < INPUTS; i++) {
            var input = input(noise.one(operations));
            var answer = send(input);
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            requireAsPromised(input, answer);
        }
        System.out.printf("%d inputs from seed %d were answered %s%n", INPUTS, SEED, statuses);
        assertThat(statuses.keySet()).contains(200, 201, 400, 404, 422);
    }

    private Input input(Operation operation) {
        var path = operation.path();
        var query = new ArrayList<String>();
        for (var parameter : operation.parameters()) {
            var name = parameter.get("name").asText();
            switch (parameter.get("in").asText()) {
                case "path" -> path = path.replace("{" + name + "}", segment(parameter));
                case "query" -> {
                    if (noise.chance(0.25)) {
                        query.add(name + "=" + encoded(value(parameter.get("schema"))));
                    }
                }
                default -> {}
            }
        }
        if (noise.chance(0.03)) {
            query.add(encoded(noise.text()) + "=" + encoded(noise.text()));
        }
        var uri =
                "http://localhost:" + RestAssured.port + path + (query.isEmpty() ? "" : "?" + String.join("&", query));
        var post = operation.method().equals("POST");
        return new Input(
                operation, URI.create(uri), post ? body(operation) : null, post ? contentType(operation) : null);
    }

    private String segment(JsonNode parameter) {
        var known = parameter.path("name").asText().equals("version")
                ? List.of("1", "2")
                : List.of("barriers", "new-era", "1");
        var text = noise.chance(0.5) ? noise.one(known) : noise.text().replaceAll("[/\\\\.]", "");
        return text.isBlank() ? "1" : encoded(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What the schema allows, half the time. */
    private String value(JsonNode schema) {
        if (noise.chance(0.5)) {
            return noise.text();
        }
        if (schema.has("enum")) {
            return noise.one(List.of("pending", "tagged", "failed"));
        }
        return switch (schema.path("type").asText()) {
            case "integer" -> String.valueOf(1 + noise.below(100));
            case "number" -> "0." + noise.below(100);
            default -> schema.path("format").asText().equals("date-time") ? "2014-09-12T12:00:00Z" : "barriers";
        };
    }

    private byte[] body(Operation operation) {
        boolean batch = operation.path().endsWith("/batch");
        var one = operation.path().endsWith("/chats") ? GOOD_CHAT : GOOD;
        var good = batch ? "[" + one + "," + noise.json(1) + "]" : one;
        return switch (noise.below(5)) {
            case 0 -> good.getBytes(StandardCharsets.UTF_8);
            case 1 ->
                good.replace("\"take risks #NewEraNHS\"", noise.quoted(noise.text()))
                        .getBytes(StandardCharsets.UTF_8);
            case 2 -> noise.damaged(good);
            case 3 -> noise.json(0).getBytes(StandardCharsets.UTF_8);
            default -> noise.text().getBytes(StandardCharsets.UTF_8);
        };
    }

    private String contentType(Operation operation) {
        return noise.chance(0.9)
                ? "application/json"
                : noise.one(List.of("text/plain", "application/x-ndjson", "application/json;charset=utf-16", "a/b"));
    }

    private HttpResponse<String> send(Input input) throws Exception {
        var request = HttpRequest.newBuilder(input.uri());
        if (input.contentType() != null) {
            request.header("Content-Type", input.contentType());
        }
        var body = input.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(input.body());
        return client.send(request.method(input.operation().method(), body).build(), BodyHandlers.ofString());
    }

    private void requireAsPromised(Input input, HttpResponse<String> answer) {
        var said = "%s%nwas answered %d %s".formatted(input, answer.statusCode(), answer.body());
        var promised = resolved(input.operation().spec().at("/responses/" + answer.statusCode()));
        assertThat(promised.isMissingNode()).as(said).isFalse();
        var content = promised.path("content");
        if (content.isEmpty()) {
            return;
        }
        var type = answer.headers().firstValue("Content-Type").orElse("none").split(";")[0];
        assertThat(content.has(type)).as(said).isTrue();
        if (type.endsWith("json")) {
            assertThat(schema(content.get(type).get("schema")).validate(answer.body(), InputFormat.JSON))
                    .as(said)
                    .isEmpty();
        }
    }

    private Schema schema(JsonNode schema) {
        return compiled.computeIfAbsent(schema, it -> {
            ObjectNode whole = new ObjectMapper().createObjectNode();
            whole.set("allOf", new ObjectMapper().createArrayNode().add(it));
            whole.set("components", contract.get("components"));
            return schemas.getSchema(whole);
        });
    }
}
