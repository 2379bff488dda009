package dev.newera.chat.http.access;

import static dev.newera.chat.Chat.chat;
import static dev.newera.chat.Chat.freshHashtag;
import static dev.newera.chat.Chat.json;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is told with every answer. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrowserHeadersTest {

    private static String policy(Response answer) {
        assertThat(answer.headers().getValues("Content-Security-Policy")).hasSize(1);
        return answer.header("Content-Security-Policy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/dashboard/main.js",
                "/v1/tweets",
                "/v1/tweets/1",
                "/nothing",
                "/q/openapi",
                "/q/swagger-ui/"
            })
    void every_answer_is_what_it_says_and_is_shown_in_no_frame_and_tells_no_one_where_it_was(String path) {
        var answer = when().get(path);

        assertThat(answer.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().getValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(policy(answer)).startsWith("default-src 'none'").contains("frame-ancestors 'none'");
    }

    @Test
    void nothing_in_data_runs() {
        assertThat(policy(when().get("/v1/tweets"))).isEqualTo("default-src 'none'; frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html"})
    void the_dashboard_runs_its_own_files_and_shares_its_window_with_nobody(String path) {
        var answer = when().get(path);

        assertThat(policy(answer)).contains("script-src 'self'").doesNotContain("unsafe");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "transcript"})
    void a_page_runs_nothing_and_has_the_style_sheet_that_its_policy_names(String page) throws Exception {
        String id = json(chat(freshHashtag())).post("/v1/chats").path("data.id");

        var answer = given().accept("text/html").get("/v1/chats/" + id + "/" + page);

        assertThat(policy(answer))
                .doesNotContain("script-src")
                .contains("style-src-elem 'sha256-" + sheet(answer.asString()) + "'");
    }

    private static String sheet(String page) throws Exception {
        var inside = page.substring(page.indexOf("<style>") + "<style>".length(), page.indexOf("</style>"));
        var digest = MessageDigest.getInstance("SHA-256").digest(inside.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }
}
