package dev.newera.chat.commands;

import static dev.newera.chat.Chat.eventually;
import static dev.newera.chat.Chat.postedId;
import static dev.newera.chat.Chat.tagging;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.chat.Topics;
import dev.newera.chat.main.Terminal;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** {@code lag} beside a running chat. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class LagTest {

    @Test
    void lag_tells_how_far_the_relay_and_the_readers_are() {
        try (var topics = new Topics()) {
            var id = postedId("How far are you?");
            topics.send("chat.taggings.v1", id, tagging(id, 1, "barriers"));
        }

        eventually(() -> {
            var lag = Terminal.run("lag");

            assertThat(lag.exitCode()).as(lag.err()).isZero();
            assertThat(lag.out()).startsWith("The relay has announced everything.");
            assertThat(lag.line("chat.taggings.v1 ")).isEqualTo("chat.taggings.v1 chat-api 0 1");
        });
    }

    @Test
    void what_kafka_knows_is_told_while_the_database_is_away() {
        var settings = Map.of(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://127.0.0.1:1/chat",
                "kafka.bootstrap.servers",
                System.getProperty("kafka.bootstrap.servers"));

        var lag = Terminal.run(settings, "lag");

        assertThat(lag.exitCode()).isEqualTo(1);
        assertThat(lag.out()).contains("chat.taggings.v1", "dead letters");
        assertThat(lag.err().lines()).singleElement().asString().startsWith("PostgreSQL does not answer: ");
    }
}
