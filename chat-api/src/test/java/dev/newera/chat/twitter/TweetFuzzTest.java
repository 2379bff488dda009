package dev.newera.chat.twitter;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.newera.chat.Caller;
import dev.newera.chat.Draft;
import dev.newera.chat.Entities;
import dev.newera.chat.Failure;
import dev.newera.chat.Failure.Code;
import dev.newera.chat.PostTweet;
import dev.newera.chat.Postbox.Outcome;
import dev.newera.chat.Postbox.Posted;
import dev.newera.chat.Tweet;
import dev.newera.chat.TweetId;
import dev.newera.chat.TweetText;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

/**
 * What people might post. The build replays what a fuzzer found worth keeping ({@code src/test/resources/…/TweetFuzzTestInputs});
 * {@code JAZZER_FUZZ=1 mvn test -pl chat-api -am -Dtest=TweetFuzzTest -Dsurefire.failIfNoSpecifiedTests=false} looks for more.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TweetFuzzTest {
    /** A text of a tweet's length that has fewer dots is read, however they stand. */
    private static final int FEWEST_DOTS_TOO_MANY = 100;

    private final PlainLibrary library = new PlainLibrary();
    private final PostTweet postTweet = new PostTweet(
            posting -> CompletableFuture.completedFuture(new Posted(posting.tweet(), Outcome.CREATED)),
            new TwitterText(),
            Clock.systemUTC(),
            () -> new TweetId(UUID.randomUUID()));

    /** UTF-16, so that half a surrogate pair is among them. */
    @FuzzTest(maxDuration = "2m")
    void any_text_is_posted_as_the_library_reads_it_or_is_told_why_it_is_no_tweet(byte[] data) {
        var text = new String(data, StandardCharsets.UTF_16BE);
        try {
            var tweet = post(text);
            assertThat(tweet.text()).isEqualTo(text);
            var read = library.read(text);
            assertThat(read.tooLong()).isEmpty();
            assertThat(tweet.entities()).isEqualTo(read.entities());
            assertQuotesWhatItNames(text, tweet.entities());
        } catch (Failure refused) {
            assertIsRight(refused, text);
        }
    }

    private Tweet post(String text) {
        var draft = new Draft(text, "nhslean", null, null, null, null, null);
        return postTweet
                .post(draft, Optional.empty(), Caller.ANYONE)
                .toCompletableFuture()
                .join()
                .tweet();
    }

    private static void assertQuotesWhatItNames(String text, Entities entities) {
        entities.hashtags()
                .forEach(
                        it -> assertThat(slice(text, it.start(), it.end())).matches("[#\uff03]\\Q" + it.tag() + "\\E"));
        entities.mentions()
                .forEach(it ->
                        assertThat(slice(text, it.start(), it.end())).matches("[@\uff20]\\Q" + it.username() + "\\E"));
        entities.urls()
                .forEach(it -> assertThat(slice(text, it.start(), it.end())).isEqualTo(it.url()));
    }

    private static String slice(String text, int start, int end) {
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }

    private void assertIsRight(Failure refused, String text) {
        assertThat(refused.faults().get(0).pointer()).isEqualTo("/text");
        if (refused.code() == Code.MALFORMED) {
            assertThat(text.indexOf(0) >= 0
                            || !StandardCharsets.UTF_8.newEncoder().canEncode(text))
                    .isTrue();
            return;
        }
        assertThat(refused.code()).isEqualTo(Code.INVALID);
        if (refused.getMessage().contains("so many dots")) {
            assertThat(text.codePointCount(0, text.length()) > TweetText.MOST
                            || text.chars().filter(c -> c == '.').count() >= FEWEST_DOTS_TOO_MANY)
                    .isTrue();
        } else if (refused.getMessage().contains("empty")) {
            assertThat(text).isBlank();
        } else if (text.codePointCount(0, text.length()) <= TweetText.LONGEST) {
            assertThat(refused)
                    .hasMessageContaining("text is %d characters long by Twitter's count"
                            .formatted(library.read(text).tooLong().orElseThrow()));
        }
    }
}
