package dev.newera.tagging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The contract agrees with itself: every channel has its topic, every value its schema, every schema its examples. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AsyncApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonNode DOCUMENT = document();

    record Example(String name, String schema) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("channels")
    void a_channel_tells_how_its_topic_is_made(JsonNode channel) {
        var kafka = channel.at("/bindings/kafka");

        assertThat(channel.path("address").asText()).matches("chat\\.[a-z]+\\.v\\d+(\\.[a-z-]+\\.dlq)?");
        assertThat(kafka.path("partitions").asInt()).isIn(1, 12);
        assertThat(kafka.path("replicas").asInt()).isEqualTo(3);
        assertThat(kafka.at("/topicConfiguration/cleanup.policy").valueStream())
                .isNotEmpty()
                .allSatisfy(policy -> assertThat(policy.asText()).isIn("compact", "delete"));
    }

    @Test
    void what_is_erased_is_compacted_away_within_a_day() {
        var erasing = channels().filter(channel -> channel.path("messages").has("tweetErased"));

        assertThat(erasing)
                .hasSize(3)
                .allSatisfy(channel -> assertThat(channel.at("/bindings/kafka/topicConfiguration/max.compaction.lag.ms")
                                .asLong())
                        .isEqualTo(Duration.ofDays(1).toMillis()));
    }

    @ParameterizedTest
    @MethodSource("channels")
    void a_channel_carries_messages_that_there_are(JsonNode channel) {
        assertThat(channel.path("messages").valueStream())
                .isNotEmpty()
                .allSatisfy(message ->
                        assertThat(resolved(message).path("name").asText()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_follows_its_schema(Example example) throws IOException {
        var schema = SCHEMAS.getSchema(SchemaLocation.of("classpath:events/" + example.schema()));

        assertThat(schema.validate(text(example.name()), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_may_have_a_field_that_nobody_knows_yet(Example example) throws IOException {
        var schema = SCHEMAS.getSchema(SchemaLocation.of("classpath:events/" + example.schema()));
        var ofTheFuture = JSON.readTree(text(example.name()));
        Unknown.addedEverywhere(ofTheFuture);

        assertThat(schema.validate(ofTheFuture)).isEmpty();
    }

    @Test
    void every_example_and_every_schema_is_named_by_a_message() throws IOException {
        assertThat(examples().map(Example::name).collect(Collectors.toSet())).isEqualTo(files("examples/", ".json"));
        assertThat(examples().map(Example::schema).collect(Collectors.toSet())).isEqualTo(files("", ".schema.json"));
    }

    @Test
    void the_headers_that_the_worker_writes_follow_the_contract() {
        var headers = EventHeaders.of(
                "dev.newera.tweet.tagged.v1",
                "1:1:new-era:1:lexical:1",
                "1",
                Instant.parse("2014-09-12T12:00:00Z"),
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        assertThat(problems("headers", headers)).isEmpty();
        assertThat(headers).containsEntry("ce_time", "2014-09-12T12:00:00.000Z");
    }

    @Test
    void a_dead_letter_tells_why_and_where_from() {
        var letter =
                DeadLetter.about(new ConsumerRecord<>("chat.tweets.v1", 3, 7, null, null), "The record has no key.");

        assertThat(problems("deadLetterHeaders", letter.headers())).isEmpty();
        assertThat(letter.headers())
                .containsEntry("dead-letter-partition", "3")
                .containsEntry("dead-letter-offset", "7");
    }

    @Test
    void of_a_value_that_would_not_pass_the_broker_a_dead_letter_keeps_the_length() {
        var bytes = new byte[2 * 1024 * 1024];

        var letter = DeadLetter.about(new ConsumerRecord<>("chat.tweets.v1", 3, 7, bytes, bytes), "Too long.");

        assertThat(letter.value()).isNull();
        assertThat(letter.headers()).containsEntry("dead-letter-length", "2097152");
        assertThat(problems("deadLetterHeaders", letter.headers())).isEmpty();
    }

    static Stream<JsonNode> channels() {
        return DOCUMENT.path("channels").valueStream();
    }

    static Stream<Example> examples() {
        return DOCUMENT.at("/components/messages")
                .valueStream()
                .flatMap(message -> message.path("x-examples")
                        .valueStream()
                        .map(name -> new Example(
                                name.asText(),
                                message.at("/payload/schema/$ref").asText())));
    }

    private static Iterable<?> problems(String schema, Map<String, String> headers) {
        return SCHEMAS.getSchema(DOCUMENT.at("/components/schemas/" + schema)).validate(JSON.valueToTree(headers));
    }

    private static JsonNode resolved(JsonNode reference) {
        return DOCUMENT.at(reference.path("$ref").asText().substring(1));
    }

    private static Set<String> files(String folder, String ending) throws IOException {
        try (var files = Files.list(
                Path.of(AsyncApiTest.class.getResource("/events/" + folder).getPath()))) {
            return files.map(file -> folder + file.getFileName())
                    .filter(name -> name.endsWith(ending))
                    .collect(Collectors.toSet());
        }
    }

    private static String text(String name) throws IOException {
        try (var file = resource(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode document() {
        return JSON.valueToTree(new Yaml().load(resource("asyncapi.yaml")));
    }

    private static InputStream resource(String name) {
        return AsyncApiTest.class.getResourceAsStream("/events/" + name);
    }
}
