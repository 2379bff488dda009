package dev.newera.local.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import dev.newera.local.RunningSystem;
import dev.newera.local.SharedSystem;
import dev.newera.local.chat.ImitationChat;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person gets to read of the imitation chat, of which {@code deploy/local/run --demo} tells. */
@ExtendWith({SharedSystem.class, Visitors.class})
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReportIT {

    private static final List<String> PAPERS = List.of("report", "transcript");

    /** Played once: it would stay the same, but be sent again for each test. */
    private static String chat;

    private final Visitor visitor;

    ReportIT(RunningSystem system, Visitor visitor) {
        this.visitor = visitor;
        if (chat == null) chat = new ImitationChat(system.chatApi().url(), told -> {}).play();
    }

    private void reads(String paper) {
        visitor.opens("v1/chats/" + chat + "/" + paper);
        assertThat(visitor.page().locator("h1")).hasText("An imitation of a #NewEraNHS chat, with made-up tweets");
    }

    @Test
    void the_dashboard_leads_to_the_report_and_from_each_quote_to_its_tweet() {
        visitor.opens("?chat_id=" + chat);
        visitor.link("Report").click();
        assertThat(visitor.page().getByText("Question by question")).isVisible();

        visitor.page().locator(".quote figcaption a").first().click();

        var tweet = visitor.page().locator("article:target");
        assertThat(tweet).isInViewport();
    }

    @Test
    void the_timeline_tells_which_question_was_talked_about() {
        visitor.opens("?chat_id=" + chat);

        var bands = visitor.page().locator("#timeline-bands .band");

        assertThat(bands).hasText(new String[] {"Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "Q8"});
        assertThat(visitor.page().locator("#questions [aria-current]")).hasCount(0);
    }

    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, mode = Mode.EXCLUDE, names = "NO_PREFERENCE")
    void no_paper_keeps_anybody_out(ColorScheme scheme) {
        visitor.page().emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));

        for (var paper : PAPERS) {
            reads(paper);
            assertThat(visitor.barriers()).as(paper).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 1280})
    void no_paper_is_wider_than_the_page(int width) {
        visitor.page().setViewportSize(width, 900);

        for (var paper : PAPERS) {
            reads(paper);
            assertThat(visitor.page().evaluate("document.documentElement.scrollWidth"))
                    .as(paper)
                    .isEqualTo(width);
        }
    }
}
