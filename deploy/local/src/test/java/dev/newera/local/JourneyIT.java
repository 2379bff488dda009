package dev.newera.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the whole promises, on the packaged services as processes, with their real PostgreSQL and Kafka. */
@ExtendWith(SharedSystem.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JourneyIT {

    private static final String LACK_OF_SUPPORT =
            "Has lack of support for rebels and ideas been a barrier to innovation in the past? #NewEraNHS";

    private final RunningSystem system;
    private final ChatApi chat;

    JourneyIT(RunningSystem system) {
        this.system = system;
        this.chat = system.chatApi();
    }

    @Test
    void the_first_run_shows_the_tweets_of_the_chat_and_the_words_that_gave_each_theme() throws IOException {
        assertThat(system.said())
                .contains("Posted the 4 tweets", "@sazlocks", "emergent-leadership", "\"emergent leadership\"");
    }

    @Test
    void a_killed_worker_is_started_again_and_tags_what_was_posted_meanwhile() throws IOException {
        system.kill("tagging_worker");

        var id = chat.post(LACK_OF_SUPPORT);

        assertThat(chat.awaitThemes(id)).contains("barriers");
        assertThat(system.said()).contains("tagging-worker has ended; it is started again on the same data.");
    }

    @Test
    void posting_goes_on_while_the_broker_is_away_and_the_themes_follow() throws IOException {
        system.holdDown("kafka");

        var id = chat.post(LACK_OF_SUPPORT);

        assertThat(chat.get("/v1/tweets/" + id).body()).contains("\"pending\"");
        system.release("kafka");
        assertThat(chat.awaitThemes(id)).contains("barriers");
    }

    @Test
    void an_event_that_comes_twice_changes_nothing() throws Exception {
        var id = chat.post(LACK_OF_SUPPORT);
        chat.awaitThemes(id);
        var tweet = chat.get("/v1/tweets/" + id).body();
        var themes = chat.get("/v1/themes").body();
        var events = new Events(system.bootstrapServers());

        events.sendAgain("chat.tweets.v1", id, "tagging-worker");
        events.sendAgain("chat.taggings.v1", id, "chat-api");

        assertThat(chat.get("/v1/tweets/" + id).body()).isEqualTo(tweet);
        assertThat(chat.get("/v1/themes").body()).isEqualTo(themes);
    }

    @Test
    void what_was_accepted_is_there_after_a_kill_of_the_service_that_accepted_it() throws IOException {
        var accepted = new CopyOnWriteArrayList<String>();
        var posting = CompletableFuture.runAsync(() -> postUntilItFails(accepted));
        await().until(() -> accepted.size() >= 20);

        system.kill("chat_api");
        posting.join();

        chat.awaitAnswers();
        for (var id : accepted) assertThat(chat.awaitThemes(id)).contains("barriers");
    }

    @Test
    void what_was_accepted_is_there_after_a_kill_of_the_database() throws IOException {
        var id = chat.post(LACK_OF_SUPPORT);

        system.kill("postgres");

        system.awaitRunning("postgres");
        chat.awaitAnswers();
        assertThat(chat.awaitThemes(id)).contains("barriers");
    }

    private void postUntilItFails(List<String> accepted) {
        try {
            while (accepted.size() < 10_000) accepted.add(chat.post(LACK_OF_SUPPORT));
        } catch (IOException e) {
            // The service is gone; what was accepted until now counts.
        }
    }
}
