package dev.newera.chat.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** CloudEvents attributes as Kafka headers (binary mode). */
final class Headers {
    /** RFC 3339 in UTC, always with milliseconds. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    /** W3C trace context. */
    static final String TRACE = "traceparent";

    private final RecordHeaders headers = new RecordHeaders();

    /** The required attributes; {@code id} is the same each time the same change is sent. */
    static Headers of(String type, String id, String subject, Instant at) {
        return new Headers()
                .with("ce_specversion", "1.0")
                .with("ce_type", type)
                .with("ce_source", "/chat-api")
                .with("ce_id", id)
                .with("ce_subject", subject)
                .with("ce_time", time(at));
    }

    Headers json() {
        return with("content-type", "application/json");
    }

    /** @param trace null where there is none */
    Headers traced(String trace) {
        return trace == null ? this : with(TRACE, trace);
    }

    Headers with(String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    RecordHeaders all() {
        return headers;
    }

    /** What a record's header says; of several the last one counts. */
    static Optional<String> read(ConsumerRecord<?, ?> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }

    static String time(Instant at) {
        return TIME.format(at);
    }
}
