package dev.newera.chat.commands;

import static dev.newera.chat.Chat.eventually;
import static dev.newera.chat.Chat.postedId;
import static dev.newera.chat.Chat.tagging;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import dev.newera.chat.Topics;
import dev.newera.chat.main.Terminal;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** {@code dead-letters} beside a running chat. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeadLettersTest {
    private static final String TWEETS = "chat.tweets.v1";
    private static final String TAGGINGS = "chat.taggings.v1";
    private static final String OF_TWEETS = "chat.tweets.v1.tagging-worker.dlq";
    private static final String OF_TAGGINGS = "chat.taggings.v1.chat-api.dlq";

    private final Topics topics = new Topics();

    @AfterEach
    void close() {
        topics.close();
    }

    /** Lays a letter down and tells its number. */
    private String letter(String topic, String origin, String key, String value, String reason) {
        var record = new ProducerRecord<>(topic, key, value);
        header(record, "ce_type", "dev.newera.tweet.tagged.v1");
        header(record, "dead-letter-reason", reason);
        header(record, "dead-letter-topic", origin);
        header(record, "dead-letter-partition", "3");
        header(record, "dead-letter-offset", "17");
        topics.send(record);
        var letters = Topics.all(topic);
        return "" + letters.get(letters.size() - 1).offset();
    }

    private static void header(ProducerRecord<String, String> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_letter_is_listed_with_its_reason_and_shown_whole() {
        var no = letter(OF_TAGGINGS, TAGGINGS, "some-key", "{\"broken\":", "the value is no JSON");

        var list = Terminal.run("dead-letters", "list", OF_TAGGINGS);
        var shown = Terminal.run("dead-letters", "show", OF_TAGGINGS, no);

        assertThat(list.exitCode()).isEqualTo(Commands.FOUND);
        assertThat(list.line(OF_TAGGINGS + " " + no)).endsWith("chat.taggings.v1-3@17 the value is no JSON");
        assertThat(shown.out()).contains("key: some-key", "outcome: waits", "ce_type: dev.newera", "{\"broken\":");
    }

    @Test
    void a_letter_cannot_steer_the_terminal() {
        var no = letter(OF_TAGGINGS, TAGGINGS, "k", "\u001b[2Jgone", "reason\r\n\u001b[31mred");

        var shown = Terminal.run("dead-letters", "show", OF_TAGGINGS, no);

        assertThat(shown.out()).contains("·[2Jgone", "reason··").doesNotContain("\u001b");
    }

    @Test
    void a_tagging_that_is_replayed_is_read_like_any_other_and_its_letter_waits_no_more() {
        var id = postedId("Replay my tags");
        var no = letter(OF_TAGGINGS, TAGGINGS, id, tagging(id, 1, "barriers"), "the database was drunk");

        var replayed = Terminal.run("dead-letters", "replay", OF_TAGGINGS, no);
        var again = Terminal.run("dead-letters", "replay", OF_TAGGINGS, no);

        assertThat(replayed.exitCode()).as(replayed.err()).isZero();
        assertThat(replayed.out().trim()).isEqualTo(no + " is replayed");
        assertThat(again.out().trim()).isEqualTo(no + " was replayed before");
        assertThat(Topics.of(TAGGINGS, id))
                .singleElement()
                .satisfies(record ->
                        assertThat(Topics.header(record, "dead-letter-reason")).isEmpty());
        eventually(() -> when().get("/v1/tweets/{id}", id).then().body("data.tagging.state", is("tagged")));
        assertThat(Terminal.run("dead-letters", "list", OF_TAGGINGS).lines())
                .noneMatch(line -> line.replaceAll(" +", " ").startsWith(OF_TAGGINGS + " " + no + " "));
    }

    @Test
    void of_a_tweet_the_state_of_now_is_announced_and_not_what_the_letter_says() {
        var id = postedId("As it is now");
        var no = letter(OF_TWEETS, TWEETS, id, "{\"text\":\"as it was\"}", "out of time");
        eventually(() -> assertThat(Topics.of(TWEETS, id)).hasSize(1));

        var replayed = Terminal.run("dead-letters", "replay", OF_TWEETS, no);

        assertThat(replayed.exitCode()).as(replayed.err()).isZero();
        eventually(() -> assertThat(Topics.of(TWEETS, id)).hasSize(2));
        assertThat(Topics.of(TWEETS, id).get(1).value()).contains("As it is now");
    }

    @Test
    void what_must_not_be_said_again_stays_with_the_reason_why() {
        var erased = postedId("Forget me");
        when().delete("/v1/tweets/{id}", erased).then().statusCode(204);
        var ofErased = letter(OF_TAGGINGS, TAGGINGS, erased, tagging(erased, 1, "barriers"), "late");
        var ofNobody = letter(OF_TAGGINGS, TAGGINGS, UUID.randomUUID().toString(), "{}", "no such tweet");
        var fromElsewhere = letter(OF_TAGGINGS, TWEETS, postedId("Steer me"), "{}", "made up");

        var replayed = Terminal.run("dead-letters", "replay", OF_TAGGINGS, ofErased, ofNobody, fromElsewhere);

        assertThat(replayed.exitCode()).isEqualTo(1);
        assertThat(replayed.line(ofErased)).endsWith("stays: the chat holds no tweet of its key");
        assertThat(replayed.line(ofNobody)).endsWith("stays: the chat holds no tweet of its key");
        assertThat(replayed.line(fromElsewhere)).contains("stays: it does not say where it comes from");
        assertThat(Topics.of(TAGGINGS, erased)).isEmpty();
    }

    @Test
    void what_nobody_needs_is_dismissed() {
        letter(OF_TAGGINGS, TAGGINGS, "a", "a", "poison");
        letter(OF_TAGGINGS, TAGGINGS, "b", "b", "poison");

        var dismissed = Terminal.run("dead-letters", "dismiss", OF_TAGGINGS, "--all");
        var list = Terminal.run("dead-letters", "list", OF_TAGGINGS);

        assertThat(dismissed.exitCode()).isZero();
        assertThat(list.exitCode()).isZero();
        assertThat(list.out().trim()).isEqualTo("No letter waits.");
        assertThat(Terminal.run("lag").line(OF_TAGGINGS)).isEqualTo(OF_TAGGINGS + " 0");
    }

    @Test
    void a_letter_that_is_not_there_is_told_so() {
        assertThat(Terminal.run("dead-letters", "show", OF_TAGGINGS, "999999").err())
                .contains("There is no letter 999999");
        assertThat(Terminal.run("dead-letters", "list", "chat.tweets.v1").err())
                .startsWith("There is no topic chat.tweets.v1 of dead letters");
        assertThat(Terminal.run("dead-letters", "replay", OF_TAGGINGS).exitCode())
                .isEqualTo(2);
    }
}
