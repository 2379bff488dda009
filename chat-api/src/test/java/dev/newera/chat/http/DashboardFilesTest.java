package dev.newera.chat.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the dashboard's files travel, as a browser asks for them. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class DashboardFilesTest {
    private static final String CHARTS = "/dashboard/lib/echarts.js";

    private static Response asked(String path) {
        return given().config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", "gzip, deflate")
                .get(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {CHARTS, "/dashboard/main.js", "/dashboard/style/parts.css", "/dashboard/icon.svg"})
    void scripts_styles_and_pictures_are_compressed(String path) {
        asked(path).then().statusCode(200).header("Content-Encoding", "gzip");
    }

    @Test
    void the_charts_are_a_third_of_their_size_on_the_way_and_whole_at_its_end() throws Exception {
        var bytes = asked(CHARTS).asByteArray();

        try (var whole = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            assertThat(whole.readAllBytes().length).isGreaterThan(3 * bytes.length);
        }
    }

    @Test
    void the_page_is_asked_for_again_and_its_charts_are_kept_for_a_day() {
        assertThat(kept("/index.html")).containsExactly("no-cache");
        assertThat(kept("/dashboard/main.js")).containsExactly("no-cache");
        assertThat(kept(CHARTS)).containsExactly("max-age=86400");
    }

    private static List<String> kept(String path) {
        return asked(path).headers().getValues("Cache-Control");
    }

    /** Its ETag is one of these bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/themes", "/v1/tweets"})
    void answers_of_the_api_are_sent_as_they_are(String path) {
        asked(path).then().statusCode(200).header("Content-Encoding", anyOf(nullValue(), equalTo("identity")));
    }
}
