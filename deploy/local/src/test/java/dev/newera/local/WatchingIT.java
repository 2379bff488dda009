package dev.newera.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators watch is what the running services say of themselves: an alarm on a name that nobody uses never rings. */
@ExtendWith(SharedSystem.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WatchingIT {

    private static final Path CHECKOUT = Path.of("../..");
    private static final String ALERTS = "deploy/prometheus/alerts.yaml";
    private static final String DASHBOARD = "deploy/grafana/operations.json";

    /** A PromQL expression: a line of a rule, or a string in a dashboard. */
    private static final Pattern EXPRESSION = Pattern.compile("\"?expr\"?: *(\".*\"|.*)");
    /** What holds no names of metrics: labels, ranges, and what is grouped by. */
    private static final String LABELS_AND_RANGES = "\\{.*?}|\\[.*?]|by \\(.*?\\)";
    /** A word with an underscore that is not called as a function is. */
    private static final Pattern METRIC = Pattern.compile("\\b[a-z]+(?:_[a-z0-9]+)+\\b(?! *\\()");

    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");

    private final RunningSystem system;

    WatchingIT(RunningSystem system) {
        this.system = system;
    }

    @Test
    void every_metric_that_an_alarm_or_a_panel_names_is_there_once_a_tweet_was_tagged_and_a_request_refused()
            throws Exception {
        system.chatApi().get("/v1/nothing");
        system.chatApi().awaitThemes(system.chatApi().post("Has lack of support been a barrier? #NewEraNHS"));

        for (var file : Set.of(ALERTS, DASHBOARD)) {
            var named = metrics(read(file));
            assertThat(named).hasSizeGreaterThan(5);
            // Kafka's clients tell their lag some seconds after they have read something.
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(scraped()).containsAll(named));
        }
    }

    @Test
    void every_alarm_is_explained() throws IOException {
        var explained = read("docs/operations.md").split("### Alarms")[1].split("\n## ")[0];

        var alarms = ALERT.matcher(read(ALERTS))
                .results()
                .map(alert -> "| `" + alert.group(1) + "` |")
                .toList();

        assertThat(alarms)
                .hasSizeGreaterThan(5)
                .allSatisfy(alarm -> assertThat(explained).contains(alarm));
        assertThat(explained.lines().filter(line -> line.startsWith("| `"))).hasSameSizeAs(alarms);
    }

    private static Set<String> metrics(String file) {
        return EXPRESSION
                .matcher(file)
                .results()
                .map(expression -> expression.group(1).replaceAll(LABELS_AND_RANGES, ""))
                .flatMap(expression -> METRIC.matcher(expression).results())
                .map(metric -> metric.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> scraped() throws IOException {
        var scrape = system.health("chat_api").metrics()
                + system.health("tagging_worker").metrics();
        return scrape.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]")[0])
                .collect(Collectors.toSet());
    }

    private static String read(String file) throws IOException {
        return Files.readString(CHECKOUT.resolve(file));
    }
}
