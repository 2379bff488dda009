package dev.newera.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every installation promises, wherever it runs: seen from outside, by its HTTP API alone. */
@ExtendWith(Installation.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InstallationIT {

    private static final String LACK_OF_SUPPORT =
            "Has lack of support for rebels and ideas been a barrier to innovation in the past? #NewEraNHS";

    private final ChatApi chat;

    InstallationIT(ChatApi chat) {
        this.chat = chat;
    }

    @Test
    void a_posted_tweet_shows_its_themes() throws IOException {
        long start = System.nanoTime();

        var themes = chat.awaitThemes(chat.post(LACK_OF_SUPPORT));

        System.out.printf("From post to themes: %d ms%n", (System.nanoTime() - start) / 1_000_000);
        assertThat(themes).contains("barriers", "change-agents", "culture-and-support");
    }

    @Test
    void nothing_is_stored_of_bad_input() throws IOException {
        chat.awaitAnswers();
        long before = chat.tweetCount();

        assertThat(chat.send("application/json", "{\"text\": ").statusCode()).isEqualTo(400);
        assertThat(chat.send("application/json", "{\"text\":\"\\u0000\",\"author\":{\"username\":\"a\"}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(chat.send("application/json", "{\"author\":{\"username\":\"helenbevan\"}}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(chat.send("application/json", tweet("a".repeat(281))).statusCode())
                .isEqualTo(422);
        assertThat(chat.send("text/plain", "Be authentic").statusCode()).isEqualTo(415);
        assertThat(chat.send("application/json", tweet("a".repeat(70_000))).statusCode())
                .isEqualTo(413);

        assertThat(chat.tweetCount()).isEqualTo(before);
    }

    private static String tweet(String text) {
        return "{\"text\":\"" + text + "\",\"author\":{\"username\":\"helenbevan\"}}";
    }
}
