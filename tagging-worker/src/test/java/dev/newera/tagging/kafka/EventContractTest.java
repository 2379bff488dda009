package dev.newera.tagging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.newera.tagging.BadCodebook;
import dev.newera.tagging.Codebook;
import dev.newera.tagging.Evidence;
import dev.newera.tagging.Tag;
import dev.newera.tagging.yaml.CodebookFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/events is the contract: what the worker writes is what stands there, and it reads all that ever stood there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EventContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static String file(String name) {
        try (var file = EventContractTest.class.getResourceAsStream("/events/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode example(String name) {
        try {
            return (ObjectNode) JSON.readTree(file("examples/" + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> examples(String prefix) throws IOException {
        var folder =
                Path.of(EventContractTest.class.getResource("/events/examples").getPath());
        try (var files = Files.list(folder)) {
            return files
                    .map(it -> it.getFileName().toString())
                    .filter(it -> it.startsWith(prefix))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    static Stream<String> tweets() throws IOException {
        return Stream.concat(examples("tweet.posted"), examples("tweet.updated"));
    }

    static Stream<String> codebooks() throws IOException {
        return examples("codebook.published");
    }

    static Stream<String> requests() throws IOException {
        return examples("retag.requested");
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, String type, String key, JsonNode value) {
        var record = new ConsumerRecord<>(
                topic,
                0,
                0,
                key.getBytes(StandardCharsets.UTF_8),
                value.toString().getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private static String type(String example) {
        return "dev.newera." + example.replaceAll("^([a-z]+\\.[a-z]+).*", "$1") + ".v1";
    }

    private static ObjectNode ofTheFuture(String name) {
        return example(name).put("a_field_of_the_future", 1);
    }

    @ParameterizedTest
    @MethodSource("tweets")
    void every_tweet_ever_published_is_read_also_with_a_field_that_nobody_knows_yet(String name) throws Refused {
        var tweet = ofTheFuture(name);
        var id = tweet.get("id").asText();

        var request = Requests.ofTweet(record("chat.tweets.v1", type(name), id, tweet));

        assertThat(request.tweetId()).isEqualTo(id);
        assertThat(request.text()).isEqualTo(tweet.get("text").asText());
        assertThat(request.revision()).isEqualTo(tweet.get("revision").asInt());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void every_retag_request_ever_published_is_read_also_with_a_field_that_nobody_knows_yet(String name)
            throws Refused {
        var asked = ofTheFuture(name);

        var request = Requests.ofRetag(
                record("chat.retag.v1", type(name), asked.get("id").asText(), asked));

        assertThat(request.jobId()).isEqualTo(asked.get("job_id").asText());
        assertThat(request.codebookVersion())
                .isEqualTo(asked.get("codebook_version").asInt());
    }

    @ParameterizedTest
    @MethodSource("codebooks")
    void every_codebook_ever_published_is_read_also_with_a_field_that_nobody_knows_yet(String name) throws Refused {
        var published = ofTheFuture(name);

        var codebook = new CodebookReader(CodebookFile.checkingExamples())
                .read(record(
                        "chat.codebooks.v1",
                        type(name),
                        published.get("codebook_id").asText(),
                        published));

        assertThat(codebook.version())
                .isEqualTo(published.get("codebook_version").asInt());
        assertThat(codebook.themes()).hasSameSizeAs(published.at("/document/themes"));
    }

    /** What the worker writes about the request and the codebook that an example names. */
    private static TaggingRecord written(ObjectNode example) throws BadCodebook {
        var at = Instant.parse(example.get("tagged_at").asText());
        var request = new Request(
                example.get("tweet_id").asText(),
                example.get("tweet_revision").asInt(),
                "any",
                Request.IN_FORCE,
                example.path("job_id").textValue(),
                example.has("preview") ? example.get("preview").asBoolean() : null,
                null);
        if (example.path("failed").asBoolean()) {
            return TaggingRecord.failed(
                    request, codebook(example), at, example.get("reason").asText());
        }
        return TaggingRecord.tagged(request, codebook(example), at, tags(example));
    }

    private static Codebook codebook(ObjectNode example) throws BadCodebook {
        return CodebookFile.checkingExamples()
                .parse("{codebook: new-era, title: t, themes: [{id: barriers, name: n, definition: d, color: '#b5482a',"
                        + " indicators: [barrier]}]}")
                .published(example.get("codebook_version").asInt());
    }

    private static List<Tag> tags(ObjectNode example) {
        return stream(example.get("tags"))
                .map(tag -> new Tag(
                        tag.get("theme").asText(),
                        tag.get("score").asDouble(),
                        stream(tag.get("evidence"))
                                .map(EventContractTest::evidence)
                                .toList()))
                .toList();
    }

    private static Evidence evidence(JsonNode shown) {
        return new Evidence(
                shown.get("indicator").asText(),
                shown.get("start").asInt(),
                shown.get("end").asInt(),
                shown.get("text").asText(),
                shown.get("weight").asDouble());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return array.valueStream();
    }

    static Stream<String> taggings() throws IOException {
        return examples("tweet.tagg");
    }

    @ParameterizedTest
    @MethodSource("taggings")
    void a_tagging_is_written_as_its_example_shows_it(String name) throws Exception {
        var example = example(name);

        var written = Json.write(written(example));

        assertThat(JSON.readTree(written)).isEqualTo(example);
        var schema = name.startsWith("tweet.tagging-failed") ? "tagging-failed.schema.json" : "tagging.schema.json";
        assertThat(SCHEMAS.getSchema(file(schema))
                        .validate(new String(written, StandardCharsets.UTF_8), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void there_are_examples_of_everything() throws IOException {
        assertThat(tweets()).hasSizeGreaterThan(1);
        assertThat(taggings()).hasSizeGreaterThan(2);
        assertThat(codebooks()).isNotEmpty();
        assertThat(requests()).isNotEmpty();
    }
}
