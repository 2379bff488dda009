package dev.newera.chat.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.newera.chat.AcceptTagging;
import dev.newera.chat.Author;
import dev.newera.chat.Codebook;
import dev.newera.chat.Entities;
import dev.newera.chat.TaggingStatus;
import dev.newera.chat.Tweet;
import dev.newera.chat.TweetId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/events is the contract: what chat-api writes is what stands there, and it reads all that ever stood there. */
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

    private static JsonNode example(String name) {
        return tree(file("examples/" + name));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String written(Object event) {
        return new String(Wire.write(event), StandardCharsets.UTF_8);
    }

    private static void requireValid(String schema, String json) {
        assertThat(SCHEMAS.getSchema(file(schema)).validate(json, InputFormat.JSON))
                .isEmpty();
    }

    /** The tweet that an example shows. */
    private static Tweet tweet(JsonNode shown) {
        return new Tweet(
                id(shown, "id").orElseThrow(),
                shown.get("revision").asInt(),
                shown.get("text").asText(),
                new Author(
                        shown.at("/author/username").asText(),
                        shown.at("/author/name").textValue()),
                Instant.parse(shown.get("created_at").asText()),
                Instant.parse(shown.get("posted_at").asText()),
                id(shown, "conversation_id").orElseThrow(),
                id(shown, "in_reply_to_id"),
                shown.get("source").textValue(),
                shown.get("external_id").textValue(),
                new Entities(List.of(), List.of(), List.of()),
                TaggingStatus.PENDING,
                List.of());
    }

    private static Optional<TweetId> id(JsonNode shown, String field) {
        return TweetId.parse(shown.get(field).textValue());
    }

    @Test
    void a_tweet_is_written_as_its_newest_example_shows_it() {
        var example = example("tweet.posted.v1.json");

        var written = written(TweetEvent.of(tweet(example)));

        assertThat(tree(written)).isEqualTo(example);
        requireValid("tweet.schema.json", written);
    }

    @Test
    void a_codebook_is_written_as_its_newest_example_shows_it() {
        var example = example("codebook.published.v1.json");
        var codebook = new Codebook(
                "new-era",
                2,
                "The new era",
                Instant.parse(example.get("published_at").asText()),
                List.of(),
                example.get("document").toString());

        var written = written(CodebookEvent.of(codebook));

        assertThat(tree(written)).isEqualTo(example);
        requireValid("codebook.schema.json", written);
    }

    static Stream<String> taggings() throws IOException {
        var folder =
                Path.of(EventContractTest.class.getResource("/events/examples").getPath());
        try (var files = Files.list(folder)) {
            return files
                    .map(it -> it.getFileName().toString())
                    .filter(it -> it.startsWith("tweet.tagged") || it.startsWith("tweet.tagging"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("taggings")
    void every_tagging_ever_published_is_read_also_with_a_field_that_nobody_knows_yet(String name) {
        var example = (ObjectNode) example(name);
        example.put("a_field_of_the_future", 1);
        example.path("tags").forEach(tag -> ((ObjectNode) tag).put("a_field_of_the_future", true));

        var tagging = Wire.read(example.toString().getBytes(StandardCharsets.UTF_8), TaggingEvent.class)
                .tagging();

        new AcceptTagging(any -> Map.of(), "new-era", "lexical").require(tagging);
        assertThat(tagging.tweetId()).hasToString(example.get("tweet_id").asText());
        assertThat(tagging.tags()).hasSize(example.path("tags").size());
        assertThat(tagging.failure())
                .isEqualTo(Optional.ofNullable(example.path("reason").textValue()));
    }

    @Test
    void there_are_examples_of_every_tagging() throws IOException {
        assertThat(taggings()).contains("tweet.tagged.v1.json", "tweet.tagging-failed.v1.json");
    }
}
