package dev.newera.chat.commands;

import static dev.newera.chat.Chat.eventually;
import static dev.newera.chat.Chat.postedId;
import static dev.newera.chat.Chat.tagging;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.chat.Listener;
import dev.newera.chat.Topics;
import dev.newera.chat.main.Terminal;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** {@code announce} beside a running chat. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnnounceTest {
    private static final String TWEETS = "chat.tweets.v1";

    private static void requireAnnounced(String id, int times) {
        eventually(() -> assertThat(Topics.of(TWEETS, id)).hasSize(times));
    }

    @Test
    void tweets_are_announced_again_as_they_are_now_and_only_those() {
        var first = postedId("first");
        var erased = postedId("to be erased");
        var last = postedId("last");
        var beyond = postedId("beyond");
        when().delete("/v1/tweets/{id}", erased).then().statusCode(204);
        requireAnnounced(beyond, 1);

        var announced = Terminal.run("announce", "--from", first, "--to", last);

        assertThat(announced.exitCode()).as(announced.err()).isZero();
        assertThat(announced.out()).startsWith("Tweets that are to be announced again: 3.");
        requireAnnounced(first, 2);
        requireAnnounced(last, 2);
        requireAnnounced(erased, 3);
        assertThat(Topics.of(TWEETS, beyond)).hasSize(1);
        var events = Topics.of(TWEETS, first);
        assertThat(events.get(1).value()).isEqualTo(events.get(0).value());
        assertThat(Topics.header(events.get(1), "ce_id")).isEqualTo(Topics.header(events.get(0), "ce_id"));
        assertThat(Topics.of(TWEETS, erased).get(2).value()).isNull();
    }

    @Test
    void people_who_follow_the_stream_hear_nothing_of_it() {
        var old = postedId("old news");
        try (var listener = Listener.fromNow()) {
            eventually(() -> assertThat(listener.heard("theme.counts")).isNotEmpty());
            Terminal.run("announce", "--from", old, "--to", old);
            var fresh = postedId("real news");

            eventually(() -> assertThat(listener.heardOf(fresh)).contains("tweet.posted"));
            assertThat(listener.heardOf(old)).doesNotContain("tweet.announced");
        }
    }

    @Test
    void what_no_tagger_has_answered_is_announced_alone() {
        var tagged = postedId("tagged");
        var untagged = postedId("untagged");
        try (var topics = new Topics()) {
            topics.send("chat.taggings.v1", tagged, tagging(tagged, 1, "barriers"));
        }
        eventually(() -> when().get("/v1/tweets/{id}", tagged)
                .then()
                .body("data.tagging.state", org.hamcrest.Matchers.is("tagged")));

        var only = Terminal.run("announce", "--from", tagged, "--untagged");

        assertThat(only.out()).startsWith("Tweets that are to be announced again: 1.");
        requireAnnounced(untagged, 2);
        assertThat(Topics.of(TWEETS, tagged)).hasSize(1);
    }

    @Test
    void what_no_tagger_has_answered_needs_no_beginning_and_no_end() {
        postedId("untagged");

        var all = Terminal.run("announce", "--untagged", "--dry-run");

        assertThat(all.exitCode()).isZero();
        assertThat(all.out())
                .startsWith("Tweets that would be announced again: ")
                .doesNotContain(": 0.");
    }

    @Test
    void a_time_stands_for_the_tweets_posted_since_or_before_and_a_dry_run_only_counts() {
        var id = postedId("now");
        var postedAt = when().get("/v1/tweets/{id}", id).then().extract().<String>path("data.posted_at");

        var since = Terminal.run("announce", "--from", postedAt, "--dry-run");
        var before = Terminal.run("announce", "--from", id, "--to", postedAt, "--dry-run");

        assertThat(since.out()).startsWith("Tweets that would be announced again: 1.");
        assertThat(before.out()).startsWith("Tweets that would be announced again: 0.");
        assertThat(Topics.of(TWEETS, id)).hasSizeLessThan(2);
    }

    @Test
    void it_asks_back_when_it_is_not_told_which() {
        assertThat(Terminal.run("announce").exitCode()).isEqualTo(2);
        assertThat(Terminal.run("announce", "--all", "--from", "2014-09-12T12:00:00Z")
                        .exitCode())
                .isEqualTo(2);
        assertThat(Terminal.run("announce", "--from", "yesterday").err()).contains("yesterday is neither");
    }
}
