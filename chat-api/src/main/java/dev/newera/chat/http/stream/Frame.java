package dev.newera.chat.http.stream;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/** Some events that follow one another, as they go over the wire: written once, and sent from the same bytes to everyone. */
final class Frame {
    private final List<Event> events;
    private final Buffer bytes;

    private record Event(EventId id, int end) {}

    private Frame(List<Event> events, Buffer bytes) {
        this.events = events;
        this.bytes = bytes;
    }

    EventId last() {
        return events.get(events.size() - 1).id();
    }

    int length() {
        return bytes.length();
    }

    Buffer bytes() {
        return bytes;
    }

    /** The events that come after a place, as a part of the same bytes. */
    Buffer after(EventId place) {
        int begin = 0;
        for (var event : events) {
            if (event.id().isAfter(place)) {
                break;
            }
            begin = event.end();
        }
        return begin == 0 ? bytes : bytes.slice(begin, bytes.length());
    }

    /** A frame that is being written. */
    static final class Writing {
        private final List<Event> events = new ArrayList<>();
        private final Buffer bytes = Buffer.buffer();

        Writing add(EventId id, String type, byte[] body) {
            bytes.appendString("id: " + id + "\nevent: " + type + "\ndata: ")
                    .appendBytes(body)
                    .appendString("\n\n");
            events.add(new Event(id, bytes.length()));
            return this;
        }

        int length() {
            return bytes.length();
        }

        Frame done() {
            return new Frame(List.copyOf(events), bytes);
        }
    }
}
