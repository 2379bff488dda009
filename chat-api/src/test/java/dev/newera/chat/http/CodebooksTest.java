package dev.newera.chat.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** docs/api, the codebooks: every tag can be read against the words that made it. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class CodebooksTest {

    @Test
    void the_default_codebook_is_version_1_of_an_empty_chat() {
        when().get("/v1/codebooks/new-era")
                .then()
                .statusCode(200)
                .body("data.version", equalTo(1))
                .body("data.document.codebook", equalTo("new-era"))
                .body(
                        "data.document.themes.id",
                        hasItems(
                                "barriers",
                                "networks",
                                "emergent-leadership",
                                "change-agents",
                                "edge",
                                "skills-and-mindsets",
                                "culture-and-support",
                                "knowledge-sharing",
                                "experimentation",
                                "purpose-and-story"));
        when().get("/v1/codebooks/new-era/versions").then().body("data", contains(1));
    }

    @Test
    void a_version_never_changes_and_is_answered_304_to_who_has_it() {
        var tag = when().get("/v1/codebooks/new-era/versions/1")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");

        given().header("If-None-Match", tag)
                .get("/v1/codebooks/new-era/versions/1")
                .then()
                .statusCode(304);
    }

    @Test
    void a_codebook_or_version_that_is_not_there_is_not_found() {
        for (var path : new String[] {
            "/v1/codebooks/other",
            "/v1/codebooks/other/versions",
            "/v1/codebooks/new-era/versions/9",
            "/v1/codebooks/new-era/versions/0",
            "/v1/codebooks/new-era/versions/x"
        }) {
            when().get(path).then().statusCode(404).contentType("application/problem+json");
        }
    }
}
