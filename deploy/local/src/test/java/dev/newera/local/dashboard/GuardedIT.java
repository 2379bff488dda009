package dev.newera.local.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
    void a_key_opens_it_and_what_happens_comes_by_the_stream() throws IOException {
        try (var replica = Replica.of(system, "chat-api", Map.of("CHAT_SECURITY_KEYS", "true"))) {
            var key = Replica.command(
                    system, "chat-api", "keys", "create", "a visitor", "--scopes", "tweets:read,themes:read");
            visitor.page().navigate(replica.awaitReady().url());
            assertThat(visitor.page().getByText("This chat asks who comes")).isVisible();
            assertThat(visitor.barriers()).isEmpty();

            visitor.page().getByLabel("Your key").fill(key);
            visitor.page()
                    .waitForResponse(
                            "**/v1/stream", () -> visitor.button("Enter").click());
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
}
