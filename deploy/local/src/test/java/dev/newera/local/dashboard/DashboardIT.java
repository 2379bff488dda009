package dev.newera.local.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.newera.local.ChatApi;
import dev.newera.local.RunningSystem;
import dev.newera.local.SharedSystem;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees and does at the dashboard. Each test talks under a hashtag of its own. */
@ExtendWith({SharedSystem.class, Visitors.class})
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DashboardIT {

    private static final String LACK_OF_SUPPORT = "Has lack of support for rebels been a barrier to innovation? ";

    private final ChatApi chat;
    private final Visitor visitor;
    private final String tag = "d" + Long.toString(System.nanoTime(), 36);

    DashboardIT(RunningSystem system, Visitor visitor) {
        this.chat = system.chatApi();
        this.visitor = visitor;
    }

    @Test
    void a_posted_tweet_appears_with_its_themes_and_the_words_that_gave_them() throws IOException {
        visitor.opens("?hashtag=" + tag);

        post(LACK_OF_SUPPORT);

        var tweet = visitor.tweet(tag);
        assertThat(tweet).containsText("Barriers to change");
        assertThat(visitor.marked(tweet, "barriers").first()).containsText("lack of support");
    }

    @Test
    void what_happens_comes_by_the_stream_and_need_not_be_asked_for() throws IOException {
        visitor.page().waitForResponse("**/v1/stream", () -> visitor.opens("?theme=barriers"));
        assertThat(visitor.panel("Themes").getByText("Barriers to change")).isVisible();
        visitor.asksForTweetsInVain();

        var id = chat.post(LACK_OF_SUPPORT + "#" + tag);
        assertThat(visitor.tweet(tag)).containsText("Barriers to change");
        chat.erase(id);
        assertThat(visitor.tweet(tag)).hasCount(0);
    }

    @Test
    void marks_stand_on_their_words_after_letters_beyond_the_basic_plane() throws IOException {
        post("👩‍⚕️🔥 𝒮𝑜: " + LACK_OF_SUPPORT);

        visitor.opens("?hashtag=" + tag);

        assertThat(visitor.marked(visitor.tweet(tag), "barriers").first()).containsText("lack of support");
    }

    @Test
    void what_people_wrote_is_never_read_as_markup() throws IOException {
        post("<img src=x onerror=alert(1)> <b>bold</b> ");

        visitor.opens("?hashtag=" + tag);

        assertThat(visitor.tweet(tag)).containsText("<img src=x onerror=alert(1)> <b>bold</b>");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/x, https://example.org/x",
        "HTTP://example.org/x, HTTP://example.org/x",
        "example.org/x, https://example.org/x",
        "example.org:8080/x, https://example.org:8080/x"
    })
    void a_link_leads_where_it_says_also_without_a_scheme(String written, String leads) throws IOException {
        post("Read " + written + " ");

        visitor.opens("?hashtag=" + tag);

        assertThat(visitor.link(written)).hasAttribute("href", leads);
    }

    @Test
    void filters_stand_in_the_address_and_the_way_back_takes_them_away() throws IOException {
        post(LACK_OF_SUPPORT);
        post("Lunch was good ");
        visitor.opens("?hashtag=" + tag);
        assertThat(visitor.tweet(tag)).hasCount(2);

        visitor.page().getByLabel("Words").fill("lunch");

        visitor.awaitAddress("?hashtag=" + tag + "&q=lunch");
        assertThat(visitor.tweet(tag)).hasCount(1);
        visitor.page().goBack();
        assertThat(visitor.tweet(tag)).hasCount(2);
        assertThat(visitor.page().getByLabel("Words")).hasValue("");
    }

    @Test
    void a_theme_is_a_filter_and_a_shared_address_shows_the_same() throws IOException {
        post(LACK_OF_SUPPORT);
        post("Lunch was good ");
        visitor.opens("?theme=barriers&hashtag=" + tag);

        assertThat(visitor.tweet(tag)).hasCount(1);
        assertThat(visitor.page().locator(".chips li").filter(new FilterOptions().setHasText("Barriers to change")))
                .isVisible();

        visitor.link("Take away: Barriers to change").click();

        visitor.awaitAddress("?hashtag=" + tag);
        assertThat(visitor.tweet(tag)).hasCount(2);
    }

    @Test
    void the_figures_tell_what_when_together_and_by_whom() throws IOException {
        post(LACK_OF_SUPPORT);
        post("Hierarchies move paper. Networks move people, whatever the barrier to change. ");

        visitor.opens("?hashtag=" + tag);

        assertThat(visitor.panel("Themes").getByText("Barriers to change")).isVisible();
        assertThat(visitor.panel("Themes").locator("li").first()).containsText("2 tweets · 1 person100%");
        assertThat(visitor.panel("Over time").locator("svg")).isVisible();
        assertThat(visitor.panel("Spoken of together")).containsText("Barriers to change");
        assertThat(visitor.panel("People")).containsText("@helenbevan2");
    }

    @Test
    void a_minute_of_the_timeline_is_a_filter() throws IOException {
        post(LACK_OF_SUPPORT);
        visitor.opens("?hashtag=" + tag);

        visitor.page().getByText("The same as a table").click();
        visitor.panel("Over time")
                .getByRole(AriaRole.ROWHEADER)
                .getByRole(AriaRole.LINK)
                .first()
                .click();

        visitor.awaitAddress("?hashtag=" + tag + "&start_time=");
        assertThat(visitor.tweet(tag)).hasCount(1);
        assertThat(visitor.link("Take away: until")).isVisible();
    }

    @Test
    void a_stretch_that_is_drawn_over_the_timeline_is_a_filter() throws IOException {
        post(LACK_OF_SUPPORT);
        visitor.opens("?hashtag=" + tag);
        assertThat(visitor.panel("Over time").locator("svg")).isVisible();

        visitor.drawsOver(visitor.page().locator("#timeline-chart"));

        visitor.awaitAddress("?hashtag=" + tag + "&start_time=");
    }

    @Test
    void the_last_hour_is_a_click_away() throws IOException {
        post(LACK_OF_SUPPORT);
        visitor.opens("?hashtag=" + tag);

        visitor.page().locator("#when summary").click();
        visitor.button("Last hour").click();

        visitor.awaitAddress("?hashtag=" + tag + "&start_time=");
        assertThat(visitor.tweet(tag)).hasCount(1);
    }

    @Test
    void a_chat_session_is_a_filter_and_tells_what_was_asked() throws IOException {
        chat.declare(
                "The chat of " + tag,
                tag,
                Instant.now().plus(Duration.ofMinutes(30)),
                List.of("What gets in the way?"));
        chat.post("Said elsewhere #" + tag + "elsewhere");
        visitor.findsNoTweetsByAsking();
        visitor.page().waitForResponse("**/v1/stream", () -> visitor.opens(""));

        visitor.page()
                .getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName("Chat"))
                .selectOption("The chat of " + tag);

        visitor.awaitAddress("?chat_id=");
        assertThat(visitor.panel("The chat of " + tag)).containsText("What gets in the way?");
        assertThat(visitor.link("Transcript")).isVisible();
        post(LACK_OF_SUPPORT);
        assertThat(visitor.tweet(tag)).containsText("Barriers to change");
    }

    @Test
    void the_panel_answers_for_a_tag() throws IOException {
        post(LACK_OF_SUPPORT);
        visitor.opens("?hashtag=" + tag);

        visitor.link("Why these themes?").click();

        var panel = visitor.page().getByRole(AriaRole.DIALOG);
        assertThat(panel).containsText("Barriers to change");
        assertThat(panel.getByRole(AriaRole.CELL)
                        .filter(new FilterOptions().setHasText("lack of support"))
                        .first())
                .isVisible();
        assertThat(panel).containsText("Read by a machine, not by a person");
        assertThat(panel).containsText("version 1 of the codebook");

        visitor.page().keyboard().press("Escape");
        visitor.awaitAddress("?hashtag=" + tag);
    }

    @Test
    void whether_the_wall_follows_is_told_by_the_state_of_its_button_not_by_another_name() {
        visitor.opens("");
        assertThat(visitor.button("Following")).hasAttribute("aria-pressed", "true");

        visitor.button("Following").click();

        assertThat(visitor.button("Following")).hasAttribute("aria-pressed", "false");
    }

    @Test
    void the_keyboard_comes_to_the_evidence_and_is_told_what_it_is() throws IOException {
        post(LACK_OF_SUPPORT);
        visitor.opens("?hashtag=" + tag);

        visitor.marked(visitor.tweet(tag), "barriers").first().focus();

        assertThat(visitor.page().getByRole(AriaRole.TOOLTIP)).containsText("“lack of support” weighs");
    }

    @Test
    void a_person_tweets_and_is_told_what_is_wrong_first() {
        visitor.opens("?hashtag=" + tag);
        var text = visitor.page().getByLabel("Your tweet");
        text.fill("é".repeat(141) + "👩‍⚕️".repeat(70));
        visitor.button("Tweet").click();
        assertThat(visitor.page().locator("#composer-problem"))
                .hasText("A tweet holds 280 characters; this one has 1 too many.");

        visitor.writes("Change starts with me #" + tag);
        visitor.button("Tweet").click();

        assertThat(visitor.tweet(tag)).containsText("Emergent leadership");
        assertThat(text).hasValue("");
    }

    @Test
    void a_tweet_that_is_on_its_way_is_not_sent_again_and_what_is_typed_meanwhile_stays() {
        visitor.opens("?hashtag=" + tag);
        var posts = visitor.heldPosts();
        var text = visitor.writes("Change starts with me #" + tag);

        visitor.page()
                .waitForRequest("**/v1/tweets", () -> visitor.button("Tweet").click());
        visitor.button("Tweet").click();
        assertThat(posts).hasSize(1);
        text.fill("And with you");
        posts.get(0).resume();

        assertThat(visitor.tweet("Change starts")).isVisible();
        assertThat(text).hasValue("And with you");
        assertThat(visitor.page().locator("#composer-problem")).isEmpty();
    }

    @Test
    void a_slow_double_click_tweets_once_and_nobody_complains() {
        visitor.opens("?hashtag=" + tag);
        var text = visitor.writes("Change starts with me #" + tag);

        visitor.button("Tweet").click();
        assertThat(text).hasValue("");
        visitor.secondClick();

        assertThat(visitor.tweet(tag)).hasCount(1);
        assertThat(visitor.page().locator("#composer-problem")).isEmpty();
    }

    @Test
    void a_second_try_that_succeeds_takes_the_complaint_about_the_first_away() {
        visitor.opens("?hashtag=" + tag);
        var text = visitor.writes("Change starts with me #" + tag);
        var problem = visitor.page().locator("#composer-problem");
        visitor.offline(true);
        visitor.button("Tweet").click();
        assertThat(problem)
                .hasText("Not tweeted: the chat does not answer. Your words are kept here; try again in a moment.");
        visitor.offline(false);

        visitor.button("Tweet").click();

        assertThat(text).hasValue("");
        assertThat(problem).isEmpty();
        assertThat(visitor.tweet(tag)).hasCount(1);
        visitor.complaints().removeIf(it -> it.contains("ERR_INTERNET_DISCONNECTED"));
    }

    @Test
    void offline_is_said_and_what_was_missed_comes_by_itself() throws IOException {
        post("Before ");
        visitor.opens("?hashtag=" + tag);
        assertThat(visitor.tweet("Before")).isVisible();

        visitor.offline(true);
        assertThat(visitor.page().getByRole(AriaRole.ALERT).first()).containsText("has not answered since");
        assertThat(visitor.tweet("Before")).isVisible();
        post("Meanwhile ");
        visitor.offline(false);

        assertThat(visitor.tweet("Meanwhile")).isVisible();
        assertThat(visitor.page().getByText("Live")).isVisible();
        assertThat(visitor.complaints()).allMatch(it -> it.contains("ERR_INTERNET_DISCONNECTED"));
        visitor.complaints().clear();
    }

    @Test
    void the_API_explains_itself_to_a_browser() {
        visitor.opens("q/swagger-ui/");

        assertThat(visitor.page().getByText("Posts one tweet")).isVisible();
    }

    @Test
    void filters_that_nothing_matches_say_so_and_offer_the_way_out() {
        visitor.opens("?hashtag=" + tag);

        assertThat(visitor.page().getByText("No tweet is like that")).isVisible();
        assertThat(visitor.barriers()).isEmpty();
        visitor.link("Clear the filters").click();

        assertThat(visitor.tweet("").first()).isVisible();
    }

    @Test
    void filters_that_the_service_refuses_say_why_and_a_success_takes_it_away() {
        visitor.opens("?start_time=yesterday");
        assertThat(visitor.page().getByText("The chat cannot be asked for that"))
                .isVisible();
        assertThat(visitor.page().locator("#status")).hasText("Live");

        visitor.link("Clear the filters").click();

        assertThat(visitor.page().locator("#status")).hasText("Live");
        assertThat(visitor.page().locator("#empty")).isHidden();
        visitor.complaints().removeIf(it -> it.contains("422"));
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 768, 1280, 1920})
    void nothing_is_wider_than_the_page(int width) throws IOException {
        post(LACK_OF_SUPPORT + "networks, networks, https://example.org/" + "long".repeat(40) + " ");
        visitor.page().setViewportSize(width, 900);

        visitor.opens("?hashtag=" + tag);

        assertThat(visitor.panel("People")).isVisible();
        assertThat(visitor.page().evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(width);
    }

    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, mode = Mode.EXCLUDE, names = "NO_PREFERENCE")
    void no_view_keeps_anybody_out(ColorScheme scheme) throws IOException {
        post(LACK_OF_SUPPORT);
        visitor.page().emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));

        visitor.opens("?hashtag=" + tag);
        assertThat(visitor.tweet("Barriers to change")).isVisible();
        assertThat(visitor.barriers()).isEmpty();

        visitor.link("Why these themes?").click();
        assertThat(visitor.page().getByText("version 1 of the codebook")).isVisible();
        assertThat(visitor.barriers()).isEmpty();

        visitor.opens("?view=projector&hashtag=" + tag);
        assertThat(visitor.tweet("Barriers to change")).isVisible();
        assertThat(visitor.barriers()).isEmpty();
    }

    private void post(String text) throws IOException {
        chat.awaitThemes(chat.post(text + "#" + tag));
    }
}
