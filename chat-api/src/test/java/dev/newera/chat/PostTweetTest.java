package dev.newera.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.newera.chat.Failure.Code;
import dev.newera.chat.Failure.Fault;
import dev.newera.chat.Postbox.Outcome;
import dev.newera.chat.Postbox.Posted;
import dev.newera.chat.twitter.TwitterText;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostTweetTest {
    private static final Instant NOW = Instant.parse("2014-09-12T12:00:00.123Z");
    private static final TweetId ID = new TweetId(UUID.fromString("019a0000-0000-7000-8000-000000000001"));

    private final PostTweet postTweet = new PostTweet(
            posting -> CompletableFuture.completedFuture(new Posted(posting.tweet(), Outcome.CREATED)),
            new TwitterText(),
            Clock.fixed(NOW, ZoneOffset.UTC),
            () -> ID);

    private static Draft saying(String text) {
        return new Draft(text, "nhslean", "Iain Smith", null, null, null, null);
    }

    private Tweet post(Draft draft) {
        return postTweet
                .post(draft, Optional.empty(), Caller.ANYONE)
                .toCompletableFuture()
                .join()
                .tweet();
    }

    private Failure refusal(Draft draft) {
        return catchThrowableOfType(Failure.class, () -> post(draft));
    }

    @Test
    void a_tweet_begins_a_conversation_of_its_own_at_the_servers_time() {
        var tweet = post(saying("Has lack of support for rebels been a barrier? #NewEraNHS"));

        assertThat(tweet.id()).isEqualTo(ID);
        assertThat(tweet.conversationId()).isEqualTo(ID);
        assertThat(tweet.createdAt()).isEqualTo(NOW);
        assertThat(tweet.postedAt()).isEqualTo(NOW);
        assertThat(tweet.revision()).isEqualTo(1);
        assertThat(tweet.tagging()).isEqualTo(TaggingStatus.PENDING);
        assertThat(tweet.entities().hashtags()).containsExactly(new Entities.Hashtag(47, 57, "NewEraNHS"));
    }

    @Test
    void text_of_280_is_a_tweet_and_of_281_is_not() {
        assertThat(post(saying("a".repeat(280))).text()).hasSize(280);

        assertThat(refusal(saying("a".repeat(281))).faults())
                .containsExactly(
                        new Fault("/text", "text is 281 characters long by Twitter's count; a tweet holds 280"));
    }

    @Test
    void text_beyond_all_measure_is_not_even_weighed() {
        assertThat(refusal(saying("👍".repeat(60_000))).faults())
                .containsExactly(new Fault("/text", "text is 60000 characters long; a tweet holds 280"));
    }

    @Test
    void text_that_is_hardly_more_than_dots_is_refused_before_it_takes_anybodys_time() {
        for (var text :
                List.of("a.".repeat(140), "a.".repeat(1_000), "www.".repeat(500), "é" + "e\u0301.".repeat(100))) {
            assertThat(refusal(saying(text)).getMessage()).startsWith("text holds so many dots");
        }
    }

    @Test
    void emoji_and_wide_scripts_count_two_and_a_link_counts_23() {
        assertThat(post(saying("変".repeat(140))).text()).hasSize(140);
        assertThat(refusal(saying("変".repeat(141))).code()).isEqualTo(Code.INVALID);
        assertThat(post(saying("👩‍⚕️".repeat(140))).text()).isNotEmpty();
        assertThat(post(saying("https://example.com/" + "x".repeat(300))).text())
                .hasSize(320);
    }

    @Test
    void every_broken_rule_is_told_at_once() {
        var failure = refusal(new Draft(" ", "not a name", "", "1", NOW.plusSeconds(301), null, "7"));

        assertThat(failure.code()).isEqualTo(Code.INVALID);
        assertThat(failure.faults().stream().map(Fault::pointer))
                .containsExactly(
                        "/text", "/author/username", "/author/name", "/in_reply_to_id", "/source", "/created_at");
    }

    @Test
    void missing_text_and_missing_author_say_so() {
        var failure = refusal(new Draft(null, null, null, null, null, null, null));

        assertThat(failure.faults())
                .containsExactly(
                        new Fault("/text", "text is missing: say what the tweet says"),
                        new Fault("/author/username", "author.username is missing: say who wrote the tweet"));
    }

    @Test
    void what_is_no_unicode_cannot_be_read() {
        assertThat(refusal(saying("a\0b")).code()).isEqualTo(Code.MALFORMED);
        assertThat(refusal(saying("a\ud83d")).code()).isEqualTo(Code.MALFORMED);
        assertThat(refusal(saying("\udc00\ud800")).faults().get(0).pointer()).isEqualTo("/text");
        assertThat(refusal(new Draft("a", "b", "\ud800", null, null, null, null))
                        .faults()
                        .get(0)
                        .pointer())
                .isEqualTo("/author/name");
    }

    @Test
    void a_clock_that_is_a_little_ahead_is_believed() {
        assertThat(post(new Draft("a", "b", null, null, NOW.plusSeconds(300), null, null))
                        .createdAt())
                .isEqualTo(NOW.plusSeconds(300));
    }

    @Test
    void what_was_posted_is_kept_character_for_character() {
        var text = "  cafe\u0301 و👩‍👩‍👧 \u202eabc\r\n ";

        assertThat(post(saying(text)).text()).isEqualTo(text);
    }
}
