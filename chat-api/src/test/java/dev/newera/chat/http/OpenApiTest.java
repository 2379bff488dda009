package dev.newera.chat.http;

import static dev.newera.chat.Chat.chat;
import static dev.newera.chat.Chat.freshHashtag;
import static dev.newera.chat.Chat.json;
import static dev.newera.chat.Chat.postedId;
import static dev.newera.chat.Chat.tweet;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** docs/api/openapi.yaml is the contract: what is served is what stands there, and answers are as it says. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenApiTest {
    private static final JsonNode CONTRACT = contract();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static JsonNode contract() {
        try (var file = OpenApiTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return new YAMLMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireValid(String name, Response answer) {
        requireValid(name, answer.asString());
    }

    /** A schema of the contract, together with all that it may refer to. */
    private static void requireValid(String name, String json) {
        ObjectNode schema = new ObjectMapper().createObjectNode().put("$ref", "#/components/schemas/" + name);
        schema.set("components", CONTRACT.get("components"));
        assertThat(SCHEMAS.getSchema(schema).validate(json, InputFormat.JSON)).isEmpty();
    }

    private static Set<String> operations(JsonNode document) {
        var operations = new TreeSet<String>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (!method.equals("parameters")) {
                        operations.add(method.toUpperCase() + " " + path.getKey());
                    }
                }));
        return operations;
    }

    private static Set<String> names(JsonNode document) {
        var names = new TreeSet<String>();
        document.at("/components/schemas").fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void what_is_served_is_the_document_that_is_checked_in() throws IOException {
        var served = new YAMLMapper().readTree(when().get("/q/openapi").asString());

        assertThat(operations(served)).isEqualTo(operations(CONTRACT));
        assertThat(names(served)).isEqualTo(names(CONTRACT));
    }

    @Test
    void every_operation_of_the_document_is_there() {
        for (var operation : operations(CONTRACT)) {
            var method = operation.split(" ")[0];
            var path = operation.split(" ")[1].replaceAll("\\{[^}]*}", "1");
            // An id that no stream gave out: the stream would else go on for ever.
            assertThat(given().contentType("application/json")
                            .header("Last-Event-ID", "none")
                            .request(method, path)
                            .statusCode())
                    .as(operation)
                    .isNotIn(405, 500, 501);
        }
    }

    @Test
    void answers_are_as_their_schemas_say() {
        var id = postedId("#NewEraNHS @HelenBevan https://example.com");
        var answer = tweet("an answer");
        answer.put("in_reply_to_id", id);
        requireValid("TweetAnswer", json(answer).post("/v1/tweets"));
        requireValid("TweetAnswer", when().get("/v1/tweets/" + id));
        requireValid("TweetPage", when().get("/v1/tweets?limit=5"));
        requireValid("TweetPage", when().get("/v1/themes/barriers/tweets"));
        requireValid("ContextAnswer", when().get("/v1/tweets/" + id + "/context"));
        requireValid("ChatAnswer", json(chat("neweranhs")).post("/v1/chats"));
        requireValid("ChatPage", when().get("/v1/chats"));
        requireValid("CodebookAnswer", when().get("/v1/codebooks/new-era"));
        requireValid("ThemeCountsAnswer", when().get("/v1/themes/counts?granularity=hour"));
        requireValid("CooccurrenceAnswer", when().get("/v1/themes/cooccurrence"));
        requireValid("ParticipantsAnswer", when().get("/v1/themes/barriers/participants"));
        requireValid("HashtagsAnswer", when().get("/v1/themes/barriers/hashtags"));
        requireValid(
                "BatchAnswer", json(List.of(tweet("one"), Map.of("text", 1))).post("/v1/tweets/batch"));
    }

    @Test
    void transcripts_and_reports_are_as_their_schemas_say() {
        var hashtag = freshHashtag();
        var tweet = tweet("#" + hashtag);
        tweet.put("created_at", "2014-09-12T12:00:00Z");
        json(tweet).post("/v1/tweets");
        var id = json(chat(hashtag)).post("/v1/chats").path("data.id");

        var lines = given().accept("application/x-ndjson")
                .get("/v1/chats/" + id + "/transcript")
                .asString()
                .strip();

        assertThat(lines.lines()).hasSize(1);
        requireValid("TranscriptLine", lines);
        requireValid("ReportAnswer", given().accept("application/json").get("/v1/chats/" + id + "/report"));
    }

    @Test
    void problems_are_as_their_schema_says() {
        requireValid("Problem", json("{").post("/v1/tweets"));
        requireValid("Problem", json("{}").post("/v1/tweets"));
        requireValid("Problem", when().get("/v1/tweets/1"));
        requireValid("Problem", when().get("/nothing"));
        requireValid("Problem", json("{}").put("/v1/tweets"));
    }
}
