package dev.newera.chat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.newera.chat.Failure;
import dev.newera.chat.Failure.Code;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StrictJsonTest {

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("nothing", "", ""),
                Arguments.of("null", "null", ""),
                Arguments.of("no JSON", "{text:", ""),
                Arguments.of("cut off", "{\"text\":\"a", ""),
                Arguments.of("a second document", "{\"text\":\"a\"} {}", ""),
                Arguments.of("an array", "[]", ""),
                Arguments.of("an unknown field", "{\"text\":\"a\",\"likes\":3}", "/likes"),
                Arguments.of("an unknown field inside", "{\"author\":{\"user/name\":\"a\"}}", "/author/user~1name"),
                Arguments.of("a number for text", "{\"text\":5}", "/text"),
                Arguments.of("a truth for text", "{\"text\":true}", "/text"),
                Arguments.of("an object for text", "{\"text\":{}}", "/text"),
                Arguments.of("text for an object", "{\"author\":\"a\"}", "/author"),
                Arguments.of("a field given twice", "{\"text\":\"a\",\"text\":\"b\"}", ""),
                Arguments.of("a byte order mark", "\ufeff{\"text\":\"a\"}", ""),
                Arguments.of("a control character", "{\"text\":\"a\u0001\"}", ""),
                Arguments.of("great depth", "[".repeat(100_000), ""),
                Arguments.of("a number of a million digits", "{\"text\":" + "1".repeat(1_000_000) + "}", ""),
                Arguments.of(
                        "100,000 keys",
                        IntStream.range(0, 100_000)
                                .mapToObj(i -> "\"k" + i + "\":1")
                                .collect(Collectors.joining(",", "{", "}")),
                        "/k0"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void what_is_not_exactly_a_tweet_body_is_refused(String what, String json, String pointer) {
        var failure = catchThrowableOfType(
                Failure.class, () -> StrictJson.read(json.getBytes(StandardCharsets.UTF_8), TweetBody.class));

        assertThat(failure.code()).isEqualTo(Code.MALFORMED);
        if (!pointer.isEmpty()) {
            assertThat(failure.faults().get(0).pointer()).isEqualTo(pointer);
        }
    }

    static Stream<byte[]> notUtf8() {
        return Stream.of(
                new byte[] {'"', (byte) 0xff, '"'},
                new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'}, // overlong NUL
                new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}, // a surrogate, encoded
                new byte[] {'"', (byte) 0xf0, (byte) 0x9f, (byte) 0x98, '"'}); // an emoji, cut off
    }

    @ParameterizedTest
    @MethodSource("notUtf8")
    void bytes_that_are_not_UTF_8_are_refused_and_never_replaced(byte[] body) {
        var failure = catchThrowableOfType(Failure.class, () -> StrictJson.read(body, String.class));

        assertThat(failure).hasMessage("the body is not valid UTF-8");
    }

    @Test
    void what_is_exactly_a_tweet_body_is_read() {
        var body = StrictJson.read(
                "{\"text\":\"hi\",\"author\":{\"username\":\"a\"},\"in_reply_to_id\":null}"
                        .getBytes(StandardCharsets.UTF_8),
                TweetBody.class);

        assertThat(body.draft().text()).isEqualTo("hi");
        assertThat(body.draft().username()).isEqualTo("a");
    }
}
