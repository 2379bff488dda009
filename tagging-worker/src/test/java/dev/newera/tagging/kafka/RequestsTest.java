package dev.newera.tagging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a record must be like to be used, and what is said of one that is not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RequestsTest {

    private static final String POSTED = "dev.newera.tweet.posted.v1";
    private static final String RETAG = "dev.newera.retag.requested.v1";
    private static final String TWEET = "{\"id\":\"1\",\"revision\":1,\"text\":\"Find your tribe #neweranhs\"}";

    @ParameterizedTest(name = "{4}")
    @MethodSource("poison")
    void a_record_that_cannot_be_used_is_refused_with_its_reason(
            String type, byte[] key, byte[] value, Received.Reading reading, String reason) {
        assertThatThrownBy(() -> reading.of(record(type, key, value)))
                .isInstanceOf(Refused.class)
                .hasMessage(reason);
    }

    static Stream<Arguments> poison() {
        return Stream.of(
                tweet(POSTED, null, TWEET, "The record has no key."),
                tweet(POSTED, null, null, "The record has no key."),
                tweet(POSTED, "", TWEET, "The key is not a tweet id of 1 to 100 characters."),
                tweet(POSTED, "1".repeat(101), TWEET, "The key is not a tweet id of 1 to 100 characters."),
                Arguments.of(
                        POSTED,
                        new byte[] {(byte) 0xC0, (byte) 0x80},
                        bytes(TWEET),
                        (Received.Reading) Requests::ofTweet,
                        "The key is not a tweet id of 1 to 100 characters."),
                tweet(null, "1", TWEET, "The record has no ce_type header."),
                Arguments.of(
                        RETAG,
                        bytes("1"),
                        bytes("{\"id\":\"1\",\"revision\":1,\"text\":\"a\",\"codebook_version\":1}"),
                        (Received.Reading) Requests::ofRetag,
                        "The request has no job_id of 1 to 100 characters."),
                Arguments.of(
                        RETAG,
                        bytes("1"),
                        bytes("{\"id\":\"1\",\"revision\":1,\"text\":\"a\",\"job_id\":\"j\"}"),
                        (Received.Reading) Requests::ofRetag,
                        "The request has no codebook_version from 1 on."),
                tweet(POSTED, "1", "", "The value does not follow its schema: see its top level."),
                tweet(POSTED, "1", "null", "The value is the JSON literal null."),
                tweet(POSTED, "1", "[]", "The value does not follow its schema: see its top level."),
                tweet(POSTED, "1", "lack of support", "The value is not JSON: see line 1, column 1."),
                tweet(POSTED, "1", TWEET + "}", "The value is not JSON: see line 1, column 60."),
                tweet(POSTED, "1", "{\"id\":\"1\",\"id\":\"1\"}", "The value is not JSON: see line 1, column 15."),
                tweet(
                        POSTED,
                        "1",
                        "{\"id\":\"1\",\"revision\":\"one\"}",
                        "The value does not follow its schema: see revision."),
                tweet(
                        POSTED,
                        "1",
                        "{\"id\":\"1\",\"revision\":1.5}",
                        "The value does not follow its schema: see revision."),
                tweet(
                        POSTED,
                        "1",
                        "{\"id\":\"1\",\"text\":\"a\"}",
                        "The value does not follow its schema: see revision."),
                tweet(
                        POSTED,
                        "1",
                        "{\"id\":\"1\",\"revision\":0,\"text\":\"a\"}",
                        "The tweet has no revision from 1 on."),
                tweet(POSTED, "1", "{\"id\":\"1\",\"revision\":1}", "The tweet has no text."),
                tweet(POSTED, "2", TWEET, "The tweet's id is not the record's key."),
                tweet(POSTED, "1", "x".repeat(2_000_000), "The value is 2000000 bytes long; 65536 are the most."));
    }

    @Test
    void a_type_that_nobody_knows_is_refused() {
        assertThatThrownBy(() -> Requests.ofTweet(record("dev.newera.unheard.of.v1", bytes("1"), bytes(TWEET))))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("The ce_type is not one of");
    }

    @Test
    void what_the_reason_says_never_quotes_the_tweet() {
        assertThatThrownBy(() -> Requests.ofTweet(
                        record(POSTED, bytes("1"), bytes("{\"id\":\"1\",\"text\":{\"find\":\"your tribe\"}}"))))
                .hasMessageNotContaining("tribe");
    }

    @Test
    void a_value_nested_ten_thousand_deep_is_refused() {
        var deep = "{\"a\":".repeat(10_000);

        assertThatThrownBy(() -> Requests.ofTweet(record(POSTED, bytes("1"), bytes(deep))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_record_without_a_value_asks_to_forget_whatever_its_type() throws Refused {
        assertThat(Requests.ofTweet(record(null, bytes("1"), null)).isErasure()).isTrue();
        assertThat(Requests.ofRetag(record(POSTED, bytes("1"), null)).isErasure())
                .isTrue();
    }

    @Test
    void a_trace_that_is_none_is_not_handed_on() throws Refused {
        var record = record(POSTED, bytes("1"), bytes(TWEET));
        record.headers().add("traceparent", bytes("00-evil\r\nce_type: x"));

        assertThat(Requests.ofTweet(record).trace()).isNull();
    }

    private static Arguments tweet(String type, String key, String value, String reason) {
        return Arguments.of(type, bytes(key), bytes(value), (Received.Reading) Requests::ofTweet, reason);
    }

    private static ConsumerRecord<byte[], byte[]> record(String type, byte[] key, byte[] value) {
        var record = new ConsumerRecord<>("chat.tweets.v1", 0, 0, key, value);
        if (type != null) record.headers().add("ce_type", bytes(type));
        return record;
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
