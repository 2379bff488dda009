package dev.newera.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newera.local.TraceCollector.Step;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The system as machines watch it: it sends traces, and logs JSON. Its first tweets are enough to see both. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ObservedIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static TraceCollector collector;
    private static RunningSystem system;

    @BeforeAll
    static void start() throws IOException {
        collector = new TraceCollector();
        var variables = new HashMap<>(collector.environment());
        variables.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true");
        system = new RunningSystem(RunningSystem.freshFolder("observed"))
                .with(variables)
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        system.close();
        collector.close();
    }

    @Test
    void the_whole_way_of_a_tweet_is_one_trace() throws IOException {
        system.chatApi().awaitThemes(system.chatApi().post("Has lack of support been a barrier? #NewEraNHS"));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var ways = collector.steps().stream()
                    .filter(step -> step.name().equals("process tagging"))
                    .map(collector::wayTo)
                    .toList();
            assertThat(ways).hasSizeGreaterThanOrEqualTo(5).allSatisfy(ObservedIT::requireWhole);
        });
    }

    private static void requireWhole(List<Step> way) {
        assertThat(way.stream().map(Step::said))
                .containsExactly(
                        "chat-api: POST /v1/tweets",
                        "chat-api: publish tweet",
                        "tagging-worker: process tweet",
                        "chat-api: process tagging");
        assertThat(way.stream().map(Step::kind)).containsExactly("SERVER", "PRODUCER", "CONSUMER", "CONSUMER");
        assertThat(way.get(0).parent()).isEmpty();
    }

    @Test
    void every_line_of_the_log_is_an_object_and_what_a_sentence_names_is_a_key() throws IOException {
        for (var service : List.of("chat-api", "tagging-worker")) {
            assertThat(system.log(service))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(JSON.readTree(line).fieldNames())
                            .toIterable()
                            .contains("timestamp", "level", "loggerName", "message"));
        }
        var published = said("chat-api", "The default codebook is published").path("keys");
        assertThat(published.path("codebookId").asText()).isEqualTo("new-era");
        assertThat(published.path("codebookVersion").asText()).isEqualTo("1");
        assertThat(said("tagging-worker", "A codebook is in force").path("keys").fieldNames())
                .toIterable()
                .contains("codebookVersion");
    }

    private static JsonNode said(String service, String sentence) throws IOException {
        for (var line : system.log(service)) {
            var said = JSON.readTree(line);
            if (said.path("message").asText().startsWith(sentence)) return said;
        }
        throw new AssertionError(service + " never said: " + sentence);
    }
}
