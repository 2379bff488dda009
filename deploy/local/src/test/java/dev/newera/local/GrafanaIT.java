package dev.newera.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The dashboard of {@code deploy/grafana} asks for what chat-api has: everything that it names, as Grafana would ask. */
@ExtendWith(SharedSystem.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GrafanaIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PLACE = Path.of("..", "grafana");
    private static final String HASHTAG = "grafana";

    private final ChatApi chat;

    GrafanaIT(RunningSystem system) {
        this.chat = system.chatApi();
    }

    @Test
    void every_question_of_the_dashboard_has_an_answer_with_every_field_that_it_names() throws IOException {
        var values = talk();

        var questions = questions();

        assertThat(questions).hasSizeGreaterThan(10);
        for (var question : questions) requireAnswer(question, values);
    }

    @Test
    void every_panel_and_variable_asks_the_data_source_that_comes_with_it() throws IOException {
        var provisioned = Files.readString(PLACE.resolve("provisioning/datasources/new-era-chat.yaml"));

        for (var source : dashboard().findValues("datasource")) {
            assertThat(provisioned)
                    .contains("uid: " + source.path("uid").asText())
                    .contains("type: " + source.path("type").asText());
        }
    }

    private static JsonNode dashboard() throws IOException {
        return JSON.readTree(PLACE.resolve("themes.json").toFile());
    }

    private static List<JsonNode> questions() throws IOException {
        return dashboard().findParents("url_options");
    }

    /** Something to see in every panel; tells what Grafana would put in the place of each variable. */
    private Map<String, String> talk() throws IOException {
        var id = chat.post("Networks move people, whatever the barrier to change. #" + HASHTAG);
        assertThat(chat.awaitThemes(id)).contains("barriers", "networks");
        var now = Instant.now();
        var session = chat.declare("A chat to look at in Grafana", HASHTAG, now, List.of());
        return Map.of(
                "${__from:date:iso}",
                now.minus(Duration.ofHours(1)).toString(),
                "${__to:date:iso}",
                now.plus(Duration.ofMinutes(2)).toString(),
                "${granularity}",
                "minute",
                "${theme}",
                "barriers",
                "${chat}",
                session);
    }

    private void requireAnswer(JsonNode question, Map<String, String> values) throws IOException {
        var path = path(question, values);
        var response = chat.get(path);
        assertThat(response.statusCode()).as("%s: %s", path, response.body()).isEqualTo(200);
        var told = JSON.readTree(response.body())
                .path(question.path("root_selector").asText());
        var item = told.isArray() ? told.path(0) : told;
        for (var selector : question.path("columns").findValuesAsText("selector")) {
            assertThat(item.at("/" + selector.replace('.', '/')).isValueNode())
                    .as("%s in %s of %s", selector, item, path)
                    .isTrue();
        }
    }

    private static String path(JsonNode question, Map<String, String> values) {
        var parameters = StreamSupport.stream(question.at("/url_options/params").spliterator(), false)
                .map(it -> it.path("key").asText() + "="
                        + URLEncoder.encode(filled(it.path("value").asText(), values), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return filled(question.path("url").asText(), values) + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    private static String filled(String text, Map<String, String> values) {
        var filled = text;
        for (var value : values.entrySet()) filled = filled.replace(value.getKey(), value.getValue());
        assertThat(filled).doesNotContain("${");
        return filled;
    }
}
