package dev.newera.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.chat.Failure;
import dev.newera.chat.Failure.Code;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemsTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Problems problems = new Problems(meters);
    private final UriInfo uri = (UriInfo) Proxy.newProxyInstance(
            ProblemsTest.class.getClassLoader(), new Class<?>[] {UriInfo.class}, (proxy, method, none) -> "/v1/tweets");

    @ParameterizedTest
    @CsvSource({"BUSY, 1", "UNAVAILABLE, 5"})
    void overload_and_an_absent_database_are_answered_503_and_Retry_After(Code code, int seconds) {
        var answer = problems.failure(Failure.of(code, "Try again."), uri);

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo(seconds);
        assertThat(answer.getMediaType()).hasToString("application/problem+json");
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void every_code_has_its_status_and_is_counted(Code code) {
        var answer = problems.failure(Failure.of(code, "It is so."), uri);

        assertThat(answer.getStatus()).isBetween(400, 503);
        assertThat(meters.get("chat.problems").counter().count()).isEqualTo(1);
    }
}
