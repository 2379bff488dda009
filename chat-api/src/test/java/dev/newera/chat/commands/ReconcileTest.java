package dev.newera.chat.commands;

import static dev.newera.chat.Chat.eventually;
import static dev.newera.chat.Chat.postedId;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.chat.Topics;
import dev.newera.chat.main.Terminal;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** {@code reconcile}, where Kafka knows what a restored database does not. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReconcileTest {
    private static final String TWEETS = "chat.tweets.v1";

    @Test
    void what_the_database_has_forgotten_is_told_and_then_made_true_on_both_sides() {
        var lost = UUID.randomUUID().toString();
        var erasedMeanwhile = postedId("Erased after the moment that was restored");
        var kept = postedId("Nobody asks about me");
        eventually(() -> assertThat(Topics.of(TWEETS, kept)).hasSize(1));
        try (var topics = new Topics()) {
            topics.send(TWEETS, lost, "{\"id\":\"" + lost + "\"}");
            topics.send(new ProducerRecord<>(TWEETS, erasedMeanwhile, null));
        }

        var told = Terminal.run("reconcile");
        var applied = Terminal.run("reconcile", "--apply");

        assertThat(told.exitCode()).as(told.err()).isEqualTo(Commands.FOUND);
        assertThat(told.line(lost)).endsWith("the chat does not hold it");
        assertThat(told.line(erasedMeanwhile)).endsWith("and the chat holds it");
        assertThat(told.out()).doesNotContain(kept);
        assertThat(applied.exitCode()).as(applied.err()).isZero();
        when().get("/v1/tweets/{id}", erasedMeanwhile).then().statusCode(410);
        eventually(() -> assertThat(Topics.of(TWEETS, lost).get(1).value()).isNull());
        eventually(() -> assertThat(Terminal.run("reconcile").exitCode()).isZero());
    }
}
