package dev.newera.tagging.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.newera.tagging.Codebook;
import dev.newera.tagging.CurrentTagger;
import dev.newera.tagging.Indicator;
import dev.newera.tagging.Tagger;
import dev.newera.tagging.Theme;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /v1/analyses}, and what a request is told that is not one. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnalysesTest {

    @Inject
    CurrentTagger current;

    @BeforeEach
    void a_codebook_is_in_force() {
        var barriers = Theme.of("barriers", List.of(Indicator.written("lack of support")));
        current.replaceBy(new Tagger(new Codebook("new-era", "The new era", null, 4, List.of(barriers))));
    }

    @Test
    void a_text_is_answered_with_its_themes_and_the_words_that_gave_them() {
        post("{\"text\": \"👩‍⚕️ Not only lack of support #NewEraNHS\", \"codebook_version\": 4}")
                .statusCode(200)
                .body("data.codebook_id", equalTo("new-era"))
                .body("data.codebook_version", equalTo(4))
                .body("data.tagger.id", equalTo("lexical"))
                .body("data.themes", hasSize(1))
                .body("data.themes[0].theme", equalTo("barriers"))
                .body("data.themes[0].score", equalTo(0.7311f))
                .body("data.themes[0].evidence[0].start", equalTo(14))
                .body("data.themes[0].evidence[0].end", equalTo(29))
                .body("data.themes[0].evidence[0].text", equalTo("lack of support"));
    }

    @Test
    void a_version_that_the_worker_does_not_hold_is_told_which_one_it_holds() {
        post("{\"text\": \"a\", \"codebook_version\": 99}")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", equalTo("codebook_version: version 99 is not here; this worker holds version 4."))
                .body("errors[0].pointer", equalTo("/codebook_version"));
    }

    @ParameterizedTest(name = "{0} gets {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                       | 400 | The body is not JSON: see line 1, column",
                "``                                      | 400 | is of the wrong kind",
                "[]                                      | 400 | is of the wrong kind",
                "null                                    | 422 | text: a text is needed.",
                "{}                                      | 422 | text: a text is needed.",
                "{\"text\": \"  \"}                      | 422 | text: the text is empty.",
                "{\"text\": 7}                           | 400 | text: the value is of the wrong kind.",
                "{\"text\": \"a\", \"text\": \"b\"}      | 400 | The body is not JSON: see line 1, column",
                "{\"text\": \"a\"} {}                    | 400 | is of the wrong kind",
                "{\"txt\": \"a\"}                        | 400 | txt: this field is not known",
                "{\"text\": \"a\\u0000\"}                | 400 | text: the text holds a NUL",
                "{\"text\": \"a\\ud83d\"}                | 400 | text: the text holds a NUL or half of a surrogate pair",
                "{\"text\": \"a\", \"codebook_version\": \"4\"} | 400 | codebook_version: the value is of the wrong kind.",
                "{\"text\": \"a\", \"codebook_version\": 4.5}   | 400 | codebook_version: the value is of the wrong kind.",
            })
    void a_body_that_is_no_request_gets_a_problem_that_helps(String body, int status, String detail) {
        post(body)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("instance", equalTo("/v1/analyses"))
                .body("detail", containsString(detail));
    }

    @Test
    void bytes_that_are_no_utf_8_get_a_problem() {
        given().contentType("application/json")
                .body("{\"text\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1))
                .post("/v1/analyses")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(ints = {70_000, 1_500_000})
    void a_body_above_64_kib_gets_a_problem(int letters) {
        post("{\"text\": \"" + "a".repeat(letters) + "\"}")
                .statusCode(413)
                .contentType("application/problem+json")
                .body("title", equalTo("Content too large"))
                .body("instance", equalTo("/v1/analyses"))
                .body("detail", equalTo("The body is " + (letters + 12) + " bytes long; 64 KiB are the most."));
    }

    @Test
    void so_does_one_that_does_not_say_how_long_it_is() throws Exception {
        var text = "{\"text\": \"" + "a".repeat(70_000) + "\"}";
        var body = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/analyses"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
                .build();

        var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void another_path_method_or_media_type_gets_a_problem() {
        problem(given().get("/nothing").then(), 404);
        problem(given().get("/v1/analyses").then(), 405);
        problem(given().contentType("text/plain").body("a").post("/v1/analyses").then(), 415);
        problem(
                given().contentType("application/json")
                        .accept("image/png")
                        .body("{\"text\": \"a\"}")
                        .post("/v1/analyses")
                        .then(),
                406);
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/v1/analyses")
                .then();
    }

    private static void problem(ValidatableResponse response, int status) {
        response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("title", not(emptyString()));
    }
}
