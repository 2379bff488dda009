package dev.newera.chat.http;

import static io.restassured.RestAssured.when;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no client would send, byte by byte: requests that the REST layer never sees, and some that are none. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class RawRequestsTest {
    private static final String HOST = "Host: chat\r\n";
    private static final String POST = "POST /v1/tweets HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\n";

    private static String get(String target) {
        return get(target, HOST);
    }

    private static String get(String target, String headers) {
        return "GET " + target + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n";
    }

    private static String chunks(int count) {
        return POST + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                + ("10000\r\n" + "x".repeat(65_536) + "\r\n").repeat(count) + "0\r\n\r\n";
    }

    private static Socket connected() throws IOException {
        return new Socket("localhost", RestAssured.port);
    }

    /** All that comes back until the connection is closed. */
    private static String answer(String request) throws IOException {
        try (var socket = connected()) {
            socket.setSoTimeout(10_000);
            write(socket, request);
            return read(socket);
        }
    }

    /** Until the connection ends, is broken behind the answer, as for who is cut off while speaking, or falls silent. */
    private static String read(Socket socket) {
        var bytes = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(bytes);
        } catch (IOException brokenOrSilent) {
            assertThat(bytes.size()).as("bytes of an answer").isPositive();
        }
        return bytes.toString(ISO_8859_1);
    }

    /** The server may have heard enough before all is said. */
    private static boolean write(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                Arguments.of("no host", get("/v1/tweets", ""), 400),
                Arguments.of("a host that is none", get("/v1/tweets", "Host: ZAP%n%s%n\r\n"), 400),
                Arguments.of("a path without a slash", get("v1/tweets"), 404),
                Arguments.of("a tunnel", "CONNECT a:1 HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n", 404),
                Arguments.of("an unknown method", get("/v1/tweets").replace("GET", "SING"), 405),
                Arguments.of("a body that says it is long", POST + "Content-Length: 3000000\r\n\r\n{}", 413),
                Arguments.of("a body in chunks that is long", chunks(2), 413),
                Arguments.of("a long request line", get("/v1/tweets?q=" + "x".repeat(9_000)), 414),
                Arguments.of("a long header name", get("/v1/tweets", HOST + "A".repeat(20_000) + ": a\r\n"), 431));
    }

    @ParameterizedTest(name = "{0} is answered {2}")
    @MethodSource("problems")
    void what_the_REST_layer_never_sees_is_a_problem_too(String what, String request, int status) throws IOException {
        var answer = answer(request);

        assertThat(answer).matches("(?s)HTTP/1\\.[01] " + status + " .*");
        assertThat(answer).containsIgnoringCase("content-type: application/problem+json");
        assertThat(answer).contains("\"status\":" + status).doesNotContain("xception");
    }

    static Stream<Arguments> noHttp() {
        return Stream.of(
                Arguments.of("no request line", "GARBAGE\r\n\r\n", 400),
                Arguments.of("bytes", "\u0000\u0001\u00ff\r\n\r\n", 400),
                Arguments.of("no version", "GET /v1/tweets HTPP\r\n\r\n", 400),
                Arguments.of("a URL that is none", get("http://[::1"), 400),
                Arguments.of("a path that cannot be decoded", get("/v1/%zz"), 400),
                Arguments.of("a query that cannot be decoded", get("/v1/tweets?q=%zz"), 400),
                Arguments.of("characters that no URL holds", get("/v1/tweets?q=[]{}|^\""), 400),
                Arguments.of("a method that is no word", get("/v1/tweets").replace("GET", "F{}O"), 400),
                Arguments.of("a header name with a space", get("/v1/tweets", HOST + "Bad Name: a\r\n"), 400),
                Arguments.of("a header name that is not ASCII", get("/v1/tweets", HOST + "\u00e9: a\r\n"), 400),
                Arguments.of("NUL in a header", get("/v1/tweets", HOST + "A: \u0000\r\n"), 400),
                Arguments.of("a length that is no number", POST + "Content-Length: abc\r\n\r\n{}", 400),
                Arguments.of("a length below nothing", POST + "Content-Length: -1\r\n\r\n{}", 400),
                Arguments.of("two lengths", POST + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} ", 400),
                Arguments.of("a length beyond numbers", POST + "Content-Length: 99999999999999999999\r\n\r\n{}", 400),
                Arguments.of("an endless request line", get("/" + "a".repeat(40_000)), 414),
                Arguments.of("an endless header", get("/v1/tweets", HOST + "A: " + "a".repeat(70_000) + "\r\n"), 431),
                Arguments.of("endless chunks", chunks(40), 413));
    }

    /** docs/decisions, 9. */
    @ParameterizedTest(name = "{0} is answered {2}")
    @MethodSource("noHttp")
    void what_is_no_HTTP_is_answered_with_a_status(String what, String request, int status) throws IOException {
        assertThat(answer(request)).matches("(?s)HTTP/1\\.[01] " + status + " .*");
    }

    @Test
    void a_chunk_that_is_none_ends_the_connection() throws IOException {
        assertThat(answer(POST + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"))
                .isEmpty();
    }

    @Test
    void clients_that_dribble_are_cut_off_and_others_are_answered_meanwhile() throws IOException {
        try (var headers = connected();
                var body = connected();
                var chunks = connected()) {
            write(headers, "GET /v1/tweets HTTP/1.1\r\nX-Slow: ");
            write(body, POST + "Content-Length: 1000\r\n\r\n{");
            write(chunks, POST + "Transfer-Encoding: chunked\r\n\r\n");
            var slow = List.of(headers, body, chunks);

            when().get("/v1/themes").then().statusCode(200);

            await().pollInterval(Duration.ofSeconds(1))
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() ->
                            assertThat(slow).noneMatch(it -> write(it, it == chunks ? "1\r\na\r\n" : "a")));
        }
    }
}
