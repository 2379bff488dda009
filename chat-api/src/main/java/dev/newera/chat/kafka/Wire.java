package dev.newera.chat.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newera.chat.Failure;
import java.io.IOException;

/** JSON of events: written exactly, read leniently (a field that we do not know is somebody else's). */
final class Wire {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
            .configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true);

    private Wire() {}

    static byte[] write(Object event) {
        try {
            return MAPPER.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Throws MALFORMED for what is no JSON or not of that shape; the message never quotes the record. */
    static <T> T read(byte[] value, Class<T> type) {
        try {
            var event = MAPPER.readValue(value, type);
            if (event == null) {
                throw Failure.malformed("", "the value is a JSON null");
            }
            return event;
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            var where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw Failure.malformed("", "the value is not the JSON of such an event" + where);
        } catch (IOException e) {
            // Bytes that begin as if they were UTF-32, and go on otherwise: no JsonProcessingException.
            throw Failure.malformed("", "the value is not the JSON of such an event");
        }
    }
}
