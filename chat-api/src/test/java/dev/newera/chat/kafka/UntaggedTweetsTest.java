package dev.newera.chat.kafka;

import static dev.newera.chat.Chat.eventually;
import static dev.newera.chat.Chat.post;
import static dev.newera.chat.Chat.tagging;
import static dev.newera.chat.Chat.tweet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.chat.Themes;
import dev.newera.chat.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** docs/operations.md, the alarm TweetsUntagged: on a day of which no other test speaks. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class UntaggedTweetsTest {
    private static final Instant NOW = Instant.parse("2011-05-05T12:00:00Z");

    @Inject
    Themes themes;

    private final MeterRegistry meters = new SimpleMeterRegistry();

    private static String said(Duration ago) {
        var tweet = tweet("Does anybody tag this?");
        tweet.put("created_at", NOW.minus(ago).toString());
        return post(tweet).extract().path("data.id");
    }

    private double untagged() {
        return meters.get("chat.tweets.untagged").gauge().value();
    }

    @Test
    void a_tweet_without_tags_is_told_from_ten_minutes_on_for_a_day_or_until_it_has_them() {
        var look = new UntaggedTweets(themes, Clock.fixed(NOW, ZoneOffset.UTC), meters);
        said(Duration.ofMinutes(9));
        said(Duration.ofHours(25));
        look.look();
        assertThat(untagged()).isZero();

        var ids = List.of(said(Duration.ofMinutes(11)), said(Duration.ofHours(23)));
        look.look();
        assertThat(untagged()).isEqualTo(2);

        try (var topics = new Topics()) {
            topics.send("chat.taggings.v1", ids.get(0), tagging(ids.get(0), 1, "barriers"));
        }
        eventually(() -> {
            look.look();
            assertThat(untagged()).isEqualTo(1);
        });
    }
}
