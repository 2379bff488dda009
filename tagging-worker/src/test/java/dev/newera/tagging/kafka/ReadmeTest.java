package dev.newera.tagging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newera.tagging.Tagger;
import dev.newera.tagging.kafka.TaggingRecord.TagRecord;
import dev.newera.tagging.yaml.CodebookFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** README.md shows a tweet and what becomes of it: whoever tries it sees the same. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadmeTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode answer() throws IOException {
        var readme = Files.readString(Path.of("..", "README.md"));
        var begin = readme.indexOf("```json") + "```json".length();
        return JSON.readTree(readme.substring(begin, readme.indexOf("```", begin)));
    }

    private static Tagger tagger() throws Exception {
        try (var file = ReadmeTest.class.getResourceAsStream("/codebook/new-era.yaml")) {
            return new Tagger(CodebookFile.draft().parse(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    @Test
    void the_readmes_tweet_is_tagged_as_it_says() throws Exception {
        var shown = answer();

        var tags = tagger().tag(shown.at("/data/text").asText()).tags();

        assertThat(JSON.readTree(Json.write(tags.stream().map(TagRecord::of).toList())))
                .as("in whatever order")
                .containsExactlyInAnyOrderElementsOf(shown.at("/data/themes"));
    }
}
