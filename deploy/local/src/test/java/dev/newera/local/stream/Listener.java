package dev.newera.local.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newera.local.ChatApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Someone who listens to the chat, now at this replica, now at that, and remembers everything. */
public final class Listener {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<Event> heard = new ArrayList<>();

    public record Event(String id, String type, JsonNode data) {

        public long no() {
            return Long.parseLong(id.replace(".counts", ""));
        }

        public String tweet() {
            return data.path("id").asText();
        }
    }

    /** Goes on after the last event until one is as wanted, when the line is cut, or the stream ends. */
    public void listen(ChatApi replica, Predicate<Event> wanted) {
        try (var lines = call(replica)) {
            listen(lines, wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same of a stream that {@link #call} has opened. */
    public void listen(Stream<String> lines, Predicate<Event> wanted) throws IOException {
        var left = lines.iterator();
        while (left.hasNext()) {
            var event = next(left);
            if (event != null && event.id() != null) {
                heard.add(event);
                if (wanted.test(event)) return;
            }
        }
    }

    /** Opens the stream after the last event; nothing of it is read before it is listened to. */
    public Stream<String> call(ChatApi replica) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(replica.url() + "/v1/stream"));
        if (!heard.isEmpty()) request.header("Last-Event-ID", lastId());
        try {
            return HTTP.send(request.build(), BodyHandlers.ofLines()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private String lastId() {
        return heard.get(heard.size() - 1).id();
    }

    /** The next block of lines; null if it was no event. */
    private static Event next(Iterator<String> lines) throws IOException {
        String id = null;
        String type = null;
        String data = null;
        while (lines.hasNext()) {
            var line = lines.next();
            if (line.isEmpty()) return data == null ? null : new Event(id, type, JSON.readTree(data));
            if (line.startsWith("id: ")) id = line.substring(4);
            if (line.startsWith("event: ")) type = line.substring(7);
            if (line.startsWith("data: ")) data = line.substring(6);
        }
        return null;
    }

    /** Every event, the first one first. */
    public List<Event> heard() {
        return heard;
    }

    public List<Event> heard(String type) {
        return heard.stream().filter(event -> event.type().equals(type)).toList();
    }
}
