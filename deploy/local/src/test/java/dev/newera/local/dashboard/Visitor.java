package dev.newera.local.dashboard;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A person at the dashboard: a page of their own, and all that it complained of. */
final class Visitor implements AutoCloseable {

    private static final double PATIENCE = 60_000;
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final BrowserContext context;
    private final Page page;
    private final String home;
    private final List<String> complaints = new ArrayList<>();

    Visitor(Browser browser, String home) {
        this.home = home;
        context = browser.newContext(new NewContextOptions()
                .setLocale("en-GB")
                .setTimezoneId("Europe/London")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(1280, 900));
        context.setDefaultTimeout(PATIENCE);
        page = context.newPage();
        page.onConsoleMessage(this::listen);
        page.onPageError(complaints::add);
        page.onResponse(this::check);
    }

    /** Opens the dashboard at a search such as {@code ?hashtag=NewEraNHS}. */
    Visitor opens(String search) {
        page.navigate(home + "/" + search);
        return this;
    }

    /** From now on the service answers this page that there are no tweets, whatever the filters. */
    void findsNoTweetsByAsking() {
        var nothing = new Route.FulfillOptions()
                .setContentType("application/json")
                .setBody("{\"data\": [], \"meta\": {\"result_count\": 0, \"next_cursor\": null}}");
        page.route("**/v1/tweets?*", route -> route.fulfill(nothing));
    }

    /** From now on the service does not answer this page when it asks for tweets. */
    void asksForTweetsInVain() {
        page.route("**/v1/tweets?*", route -> {});
    }

    /** From now on what this page posts is on its way until it is let through. */
    List<Route> heldPosts() {
        var held = new ArrayList<Route>();
        page.route("**/v1/tweets", held::add);
        return held;
    }

    /** Writes a tweet and does not send it yet. */
    Locator writes(String text) {
        var field = page.getByLabel("Your tweet");
        field.fill(text);
        page.getByLabel("Your username").fill("stevefairman1");
        return field;
    }

    /** Asks again and again beside the page, until the page says that it gets no answer. */
    void asksTooOften() {
        page.evaluate("""
                () => {
                  const ask = () => document.getElementById('banner').hidden && fetch('v1/tweets?limit=1').then(ask);
                  ask();
                }""");
    }

    Page page() {
        return page;
    }

    /** The tweets on the wall that hold these words. */
    Locator tweet(String words) {
        return page.getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(words));
    }

    /** The words of a tweet that are marked for a theme. */
    Locator marked(Locator tweet, String theme) {
        return tweet.locator("mark")
                .filter(new Locator.FilterOptions().setHas(page.locator(".line[data-theme='" + theme + "']")));
    }

    /** A part of the page, by its heading. */
    Locator panel(String heading) {
        return page.getByRole(
                AriaRole.REGION, new GetByRoleOptions().setName(heading).setExact(true));
    }

    /** Draws with the mouse over the right half of something, from left to right. */
    void drawsOver(Locator locator) {
        locator.scrollIntoViewIfNeeded();
        var box = locator.boundingBox();
        var mouse = page.mouse();
        mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.3);
        mouse.down();
        mouse.move(box.x + box.width * 0.9, box.y + box.height * 0.3, new Mouse.MoveOptions().setSteps(5));
        mouse.up();
    }

    /** The click that makes a double click of the last one, where the mouse is. */
    void secondClick() {
        page.mouse().down(new Mouse.DownOptions().setClickCount(2));
        page.mouse().up(new Mouse.UpOptions().setClickCount(2));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name));
    }

    /** What the address says after its question mark, once it says so. */
    void awaitAddress(String search) {
        page.waitForURL(Pattern.compile(".*/" + Pattern.quote(search)));
    }

    void offline(boolean away) {
        context.setOffline(away);
    }

    /** What automated checks of WCAG 2.2 AA find on the page as it stands. */
    List<String> barriers() {
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getNodes())
                        .toList();
    }

    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        // A request that is held up while the page goes would be answered to nobody, which is an error.
        page.unrouteAll();
        context.close();
    }

    private void listen(ConsoleMessage message) {
        if (List.of("error", "warning").contains(message.type())) complaints.add(message.text());
    }

    private void check(Response response) {
        if (response.status() >= 400) complaints.add(response.status() + " " + response.url());
    }
}
