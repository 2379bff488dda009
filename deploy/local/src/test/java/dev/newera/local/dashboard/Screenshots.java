package dev.newera.local.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import dev.newera.local.ChatApi;
import dev.newera.local.RunningSystem;
import dev.newera.local.SharedSystem;
import dev.newera.local.chat.ImitationChat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Takes the pictures of {@code docs/screenshots}; {@code deploy/local/screenshots} runs it, the build does not. */
@ExtendWith({SharedSystem.class, Visitors.class})
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Screenshots {

    private static final Path PLACE = Path.of("..", "..", "docs", "screenshots");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LARGEST = 300 * 1024;

    private final ChatApi chat;
    private final Visitor visitor;

    Screenshots(RunningSystem system, Visitor visitor) {
        this.chat = system.chatApi();
        this.visitor = visitor;
    }

    @Test
    void of_the_main_views() throws IOException {
        var session = "?chat_id=" + imitate();

        take("desk-light", 1280, 900, ColorScheme.LIGHT, session);
        take("desk-dark", 1280, 900, ColorScheme.DARK, session);
        take("wide-light", 1920, 960, ColorScheme.LIGHT, session);
        take("phone-light", 390, 844, ColorScheme.LIGHT, session);
        take("phone-dark", 390, 844, ColorScheme.DARK, session + "&theme=networks");
        take("projector-light", 1920, 1080, ColorScheme.LIGHT, session + "&view=projector");
        take("projector-dark", 1920, 1080, ColorScheme.DARK, session + "&view=projector");
        visitor.opens(session + "&theme=networks")
                .link("Why these themes?")
                .first()
                .click();
        assertThat(visitor.page().getByText("Read by a machine")).isVisible();
        shoot("why-light", 1280, 900, ColorScheme.LIGHT);
    }

    @Test
    void of_the_papers_of_a_chat() throws IOException {
        var papers = "v1/chats/" + new ImitationChat(chat.url(), told -> {}).play() + "/";

        visitor.opens(papers + "report");
        shoot("report-light", 1280, 900, ColorScheme.LIGHT);
        shoot("report-dark", 390, 844, ColorScheme.DARK);
        visitor.page().getByText("Question by question").evaluate("it => it.scrollIntoView()");
        shoot("report-questions-light", 1280, 900, ColorScheme.LIGHT);
        visitor.opens(papers + "transcript");
        shoot("transcript-light", 1280, 900, ColorScheme.LIGHT);
    }

    private String imitate() throws IOException {
        var end = Instant.now().plus(Duration.ofMinutes(7));
        chat.post("/v1/tweets/batch", new ImitatedHour(end).tweets());
        await().atMost(PATIENCE).until(() -> chat.untaggedCount() == 0);
        return chat.declare("The new era of change (an imitation)", ImitatedHour.HASHTAG, end, ImitatedHour.QUESTIONS);
    }

    private void take(String name, int width, int height, ColorScheme scheme, String search) throws IOException {
        visitor.page().setViewportSize(width, height);
        visitor.opens(search);
        assertThat(visitor.tweet("").first()).isVisible();
        assertThat(visitor.page().locator("#status")).hasText("Live");
        if (!search.contains("projector"))
            assertThat(visitor.panel("Over time").locator("svg")).isVisible();
        shoot(name, width, height, scheme);
    }

    private void shoot(String name, int width, int height, ColorScheme scheme) throws IOException {
        visitor.page().setViewportSize(width, height);
        visitor.page().emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
        var picture = PLACE.resolve("%s-%d.png".formatted(name, width));
        visitor.page()
                .screenshot(new ScreenshotOptions().setPath(picture).setAnimations(ScreenshotAnimations.DISABLED));
        assertThat(Files.size(picture)).as("bytes of %s", picture).isLessThanOrEqualTo(LARGEST);
    }
}
