package dev.newera.tagging.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The headers of the event contract: CloudEvents 1.0 in binary mode, and W3C trace context. */
final class EventHeaders {

    static final String TYPE = "ce_type";
    static final String TRACE = "traceparent";
    static final String CONTENT_TYPE = "content-type";

    /** All that the contract knows; no other header is read or handed on. */
    static final List<String> NAMES =
            List.of("ce_specversion", "ce_id", "ce_source", TYPE, "ce_time", "ce_subject", CONTENT_TYPE, TRACE);

    /** Milliseconds, always three digits. */
    static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private static final Pattern TRACE_CONTEXT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private EventHeaders() {}

    /** What the header says, or null where there is none. Of several the last one counts. */
    static String read(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The trace that the record belongs to, or null; anything that is no trace context is none. */
    static String trace(ConsumerRecord<?, ?> record) {
        var trace = read(record, TRACE);
        return trace != null && TRACE_CONTEXT.matcher(trace).matches() ? trace : null;
    }

    /** @param trace null where there is none */
    static Map<String, String> of(String type, String id, String subject, Instant time, String trace) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_source", "/tagging-worker");
        headers.put(TYPE, type);
        headers.put("ce_time", TIME.format(time));
        headers.put("ce_subject", subject);
        if (trace != null) headers.put(TRACE, trace);
        return headers;
    }
}
