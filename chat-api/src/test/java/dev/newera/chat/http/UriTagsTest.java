package dev.newera.chat.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UriTagsTest {
    @Inject
    MeterRegistry meters;

    private List<String> uris() {
        return meters.find("http.server.requests").meters().stream()
                .map(Meter::getId)
                .map(id -> id.getTag("uri"))
                .distinct()
                .toList();
    }

    @Test
    void requests_are_counted_by_the_template_of_their_path_and_made_up_paths_together() {
        var made = UUID.randomUUID();

        given().get("/v1/themes/barriers/hashtags").then().statusCode(200);
        given().get("/v1/codebooks/new-era/versions/1").then().statusCode(200);
        given().put("/v1/tweets/" + made).then().statusCode(405);
        given().post("/v1/nothing/" + made).then().statusCode(404);

        // Counted when the answer is out, which may be after it was read.
        await().untilAsserted(() -> assertThat(uris())
                .anyMatch(uri -> uri.matches("/v1/themes/\\{.*}/hashtags"))
                .anyMatch(uri -> uri.matches("/v1/codebooks/\\{.*}/versions/\\{.*}"))
                .contains(UriTags.OTHER)
                .noneMatch(uri -> uri.contains(made.toString())));
    }
}
