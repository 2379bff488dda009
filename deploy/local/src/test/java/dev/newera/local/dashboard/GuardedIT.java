package dev.newera.local.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import dev.newera.local.Replica;
import dev.newera.local.RunningSystem;
import dev.newera.local.SharedSystem;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The dashboard of a chat that asks who comes. */
@ExtendWith({SharedSystem.class, Visitors.class})
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GuardedIT {

    private final RunningSystem system;
    private final Visitor visitor;

    GuardedIT(RunningSystem system, Visitor visitor) {
        this.system = system;
        this.visitor = visitor;
    }

    @Test
    void a_key_that_may_not_see_the_themes_is_told_so_and_another_one_opens_it() throws IOException {
        try (var replica = Replica.of(system, "chat-api", Map.of("CHAT_SECURITY_KEYS", "true"))) {
            var poor = key("tweets:read");
            var rich = key("tweets:read,themes:read");
            visitor.page().navigate(replica.awaitReady().url());

            enter(poor);
            assertThat(visitor.page().locator("#empty"))
                    .containsText(
                            "This takes the scope themes:read, which your key or token does not have. Try another");
            assertThat(visitor.page().getByLabel("Your key")).isInViewport();
            enter(poor);
            assertThat(visitor.page().getByLabel("Your key")).hasValue("");
            assertThat(visitor.page().getByLabel("Your key")).isFocused();
            enter(rich);

            assertThat(visitor.page().locator("#status")).hasText("Live");
            assertThat(visitor.page().locator("#empty")).isHidden();
            visitor.complaints().removeIf(it -> it.contains("401") || it.contains("403"));
        }
    }

    @Test
    void a_shared_tweet_waits_for_the_key() throws IOException {
        try (var replica = Replica.of(system, "chat-api", Map.of("CHAT_SECURITY_KEYS", "true"))) {
            var key = key("tweets:read,themes:read");
            var id = system.chatApi().post("Has lack of support been a barrier to change?");
            system.chatApi().awaitThemes(id);
            var panel = visitor.page().getByRole(AriaRole.DIALOG);
            visitor.page().navigate(replica.awaitReady().url() + "/?tweet=" + id);

            assertThat(visitor.page().getByText("This chat asks who comes")).isVisible();
            visitor.page().waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(panel).isHidden();
            enter(key);

            assertThat(panel).containsText("lack of support");
            visitor.complaints().removeIf(it -> it.contains("401"));
        }
    }

    @Test
    void who_asked_too_often_waits_and_the_chat_comes_back_by_itself() throws IOException {
        var limits = Map.of("CHAT_LIMITS_ON", "true", "CHAT_LIMITS_READS", "100", "CHAT_LIMITS_PER", "20s");
        try (var replica = Replica.of(system, "chat-api", limits)) {
            visitor.page().navigate(replica.awaitReady().url());
            assertThat(visitor.page().locator("#status")).hasText("Live");

            visitor.asksTooOften();
            visitor.page().getByLabel("Words").fill("rebels");
            assertThat(visitor.page().getByRole(AriaRole.ALERT).first())
                    .containsText("because too much was asked of it from here");
            assertThat(visitor.page().getByText("cannot be asked")).isHidden();

            assertThat(visitor.page().locator("#status")).hasText("Live");
            assertThat(visitor.page().getByText("cannot be asked")).isHidden();
            visitor.complaints().removeIf(it -> it.contains("429"));
        }
    }

    @Test
    void a_key_opens_it_and_what_happens_comes_by_the_stream() throws IOException {
        try (var replica = Replica.of(system, "chat-api", Map.of("CHAT_SECURITY_KEYS", "true"))) {
            var key = key("tweets:read,themes:read");
            visitor.page().navigate(replica.awaitReady().url());
            assertThat(visitor.page().getByText("This chat asks who comes")).isVisible();
            assertThat(visitor.barriers()).isEmpty();

            visitor.page().waitForResponse("**/v1/stream", () -> enter(key));
            var tag = "g" + Long.toString(System.nanoTime(), 36);
            system.chatApi().post("Has lack of support been a barrier to change? #" + tag);

            assertThat(visitor.tweet(tag)).containsText("Barriers to change");
            assertThat(visitor.page().getByText("This chat asks who comes")).isHidden();
            visitor.writes("May I? #" + tag);
            visitor.button("Tweet").click();
            assertThat(visitor.page().locator("#composer-problem"))
                    .hasText("Not tweeted: This takes the scope tweets:write, which your key or token does not have.");
            visitor.complaints().removeIf(it -> it.contains("403"));
            // Before it had a key it was refused, and the browser says so.
            visitor.complaints().removeIf(it -> it.contains("401"));
        }
    }

    private String key(String scopes) throws IOException {
        return Replica.command(system, "chat-api", "keys", "create", "a visitor", "--scopes", scopes);
    }

    private void enter(String key) {
        visitor.page().getByLabel("Your key").fill(key);
        visitor.button("Enter").click();
    }
}
