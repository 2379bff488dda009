package dev.newera.chat.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.chat.Evidence;
import dev.newera.chat.Tagging;
import dev.newera.chat.ThemeTag;
import dev.newera.chat.Tweet;
import dev.newera.chat.TweetId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TweetReaderTest {
    private static final int TAGGINGS = 300;

    /** Each is told apart by its time, which is the name of its theme too. */
    private static Tagging tagging(TweetId tweet, int no) {
        var theme = new ThemeTag("" + no, 0.9, List.of(new Evidence("word", 0, 4, "text", 3.0)));
        return new Tagging(
                tweet,
                1,
                "new-era",
                1,
                "lexical",
                "1.0." + no,
                Instant.ofEpochSecond(no),
                Optional.empty(),
                List.of(theme));
    }

    private static void tagAgainAndAgain(Database database, TweetId tweet) {
        for (int no = 1; no <= TAGGINGS; no++) {
            var next = List.of(tagging(tweet, no));
            database.write(connection -> TaggingBatch.keep(connection, next));
        }
    }

    private static Tweet read(Database database, TweetId tweet) {
        return database.read(connection -> TweetReader.byId(connection, List.of(tweet.value())))
                .get(tweet);
    }

    @Test
    void a_tweet_that_is_tagged_while_it_is_read_has_the_themes_of_its_tagging() throws Exception {
        try (var schema = new ScratchSchema().migratedTo("latest")) {
            var database = schema.database();
            var crowd = new Crowd(database, 1);
            crowd.post();
            var id = crowd.tweets.get(0);
            database.write(connection -> TaggingBatch.keep(connection, List.of(tagging(id, 0))));

            var tagging = CompletableFuture.runAsync(() -> tagAgainAndAgain(database, id));
            while (!tagging.isDone()) {
                var tweet = read(database, id);
                assertThat(tweet.themes().stream().map(ThemeTag::theme))
                        .containsExactly("" + tweet.tagging().taggedAt().getEpochSecond());
            }
            tagging.get();
        }
    }
}
