package dev.newera.embedded.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.newera.embedded.Ports;
import dev.newera.embedded.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KafkaBrokerTest {

    @TempDir
    Path folder;

    @Test
    void a_broker_that_was_stopped_finds_its_records_again() {
        var settings = settings();
        try (var broker = KafkaBroker.start(settings)) {
            Records.send(broker.bootstrapServers(), "lack of awareness");
        }

        try (var broker = KafkaBroker.start(settings)) {
            assertThat(Records.read(broker.bootstrapServers())).containsExactly("lack of awareness");
        }
    }

    @Test
    void a_process_that_was_killed_finds_its_records_again() throws IOException {
        var settings = settings();
        var first = process(settings);
        awaitReady(first);
        Records.send(settings.bootstrapServers(), "change must start with me");
        first.destroyForcibly().onExit().join();

        var second = process(settings);
        awaitReady(second);
        assertThat(Records.read(settings.bootstrapServers())).containsExactly("change must start with me");
        second.destroy();

        assertThat(second.onExit().join().exitValue()).as("SIGTERM").isEqualTo(128 + 15);
    }

    @Test
    void records_may_come_in_every_compression_there_is() {
        try (var broker = KafkaBroker.start(settings())) {
            for (var compression : List.of("none", "gzip", "snappy", "lz4", "zstd")) {
                Records.send(broker.bootstrapServers(), compression, Map.of("compression.type", compression));
            }

            assertThat(Records.read(broker.bootstrapServers()))
                    .containsExactly("none", "gzip", "snappy", "lz4", "zstd");
        }
    }

    @Test
    void a_topic_that_the_contract_does_not_name_is_not_made_by_using_it() {
        try (var broker = KafkaBroker.start(settings())) {
            assertThatThrownBy(() ->
                            Records.sendTo("chat.tweet.v1", broker.bootstrapServers(), "a slip of the pen", Map.of()))
                    .hasMessageContaining("chat.tweet.v1");
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> KafkaBroker.start(new KafkaSettings(file.resolve("kafka"), 1, 2)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(file.toString());
    }

    private KafkaSettings settings() {
        var ports = Ports.free(2);
        return new KafkaSettings(folder.resolve("kafka"), ports.get(0), ports.get(1));
    }

    private Process process(KafkaSettings settings) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                KafkaMain.class.getName(),
                settings.data().toString(),
                "" + settings.port(),
                "" + settings.controllerPort());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("kafka.log").toFile())
                .start();
    }

    private void awaitReady(Process process) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(KafkaMain.readyFile(folder.resolve("kafka")))
                        .hasContent(Long.toString(process.pid())));
    }
}
