package dev.newera.chat.kafka;

import static dev.newera.chat.Chat.eventually;
import static dev.newera.chat.Chat.postedId;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.chat.Topics;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** docs/events, what chat-api writes. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class RelayTest {
    private static final String TWEETS = "chat.tweets.v1";

    @Test
    void a_tweet_posted_is_announced_once_with_its_full_state() {
        var id = postedId("Announce me");

        eventually(() -> assertThat(Topics.of(TWEETS, id)).hasSize(1));
        var record = Topics.of(TWEETS, id).get(0);
        assertThat(record.value()).contains("\"text\":\"Announce me\"", "\"revision\":1");
        assertThat(Topics.header(record, "ce_specversion")).hasValue("1.0");
        assertThat(Topics.header(record, "ce_type")).hasValue("dev.newera.tweet.posted.v1");
        assertThat(Topics.header(record, "ce_id")).hasValue(id + ":1");
        assertThat(Topics.header(record, "ce_subject")).hasValue(id);
        assertThat(Topics.header(record, "ce_source")).hasValue("/chat-api");
        assertThat(Topics.header(record, "content-type")).hasValue("application/json");
    }

    @Test
    void an_erased_tweet_is_announced_by_a_tombstone() {
        var id = postedId("Erase me");
        eventually(() -> assertThat(Topics.of(TWEETS, id)).hasSize(1));

        when().delete("/v1/tweets/{id}", id).then().statusCode(204);

        eventually(() -> assertThat(Topics.of(TWEETS, id)).hasSize(2));
        var tombstone = Topics.of(TWEETS, id).get(1);
        assertThat(tombstone.value()).isNull();
        assertThat(Topics.header(tombstone, "ce_type")).hasValue("dev.newera.tweet.erased.v1");
        assertThat(Topics.header(tombstone, "ce_id")).hasValue(id + ":erased");
    }

    @Test
    void the_codebook_in_force_is_announced_whole() {
        eventually(() -> assertThat(Topics.of("chat.codebooks.v1", "new-era")).isNotEmpty());
        var record = Topics.of("chat.codebooks.v1", "new-era").get(0);

        assertThat(record.value())
                .startsWith("{\"codebook_id\":\"new-era\",\"codebook_version\":1")
                .contains("\"indicators\"");
        assertThat(Topics.header(record, "ce_type")).hasValue("dev.newera.codebook.published.v1");
    }
}
