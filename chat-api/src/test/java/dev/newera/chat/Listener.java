package dev.newera.chat;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A client of {@code GET /v1/stream}, as a browser is one: it reads events as they come, on a thread of its own. */
public final class Listener implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();

    private final HttpResponse<Stream<String>> answer;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private volatile boolean over;

    /**
     * @param id null where the event has none
     * @param text what it says, as JSON
     */
    public record Heard(String id, String type, String text) {
        private static final String TWEET = "{\"id\":\"";

        /** The number of the change that it is about or follows. */
        public long no() {
            return Long.parseLong(id.replace(".counts", ""));
        }

        /** The id of the tweet that it is about, if it is about one. A JSON path would be compiled anew for each event. */
        public String tweetId() {
            return text.startsWith(TWEET) ? text.substring(TWEET.length(), text.indexOf('"', TWEET.length())) : null;
        }

        public boolean isAbout(String tweetId) {
            return tweetId.equals(tweetId());
        }

        public JsonPath data() {
            return JsonPath.from(text);
        }
    }

    private Listener(HttpResponse<Stream<String>> answer) {
        this.answer = answer;
        var thread = new Thread(this::read, "listener");
        thread.setDaemon(true);
        thread.start();
    }

    /** From here on. */
    public static Listener fromNow() {
        return new Listener(ask(request("")));
    }

    /** From after an event that was heard before. */
    public static Listener after(String lastEventId) {
        return new Listener(ask(request("").header("Last-Event-ID", lastEventId)));
    }

    public static Listener asking(String query) {
        return new Listener(ask(request(query)));
    }

    private static HttpRequest.Builder request(String query) {
        // As a browser does: it would take compressed bytes, and wait for the end of them.
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/stream" + query))
                .header("Accept-Encoding", "gzip, deflate, br");
    }

    /** Posts a tweet and tells its id, as fast as a plain client can: many of them are to come while somebody listens. */
    public static String post(String text) {
        var tweet = "{\"text\":\"%s\",\"author\":{\"username\":\"nhslean\"}}".formatted(text);
        var post = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/tweets"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(tweet));
        var location = ask(post).headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static HttpResponse<Stream<String>> ask(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By the rules of the HTML standard, as far as this stream makes use of them. */
    private void read() {
        String id = null;
        String type = "message";
        String data = null;
        try {
            for (var lines = answer.body().iterator(); lines.hasNext(); ) {
                var line = lines.next();
                if (line.isEmpty()) {
                    if (data != null) {
                        heard.add(new Heard(id, type, data));
                    }
                    id = null;
                    type = "message";
                    data = null;
                } else if (line.startsWith(":")) {
                    comments.add(line);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    type = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                }
            }
        } catch (UncheckedIOException closedHere) {
            // The end of what is heard, either way.
        }
        over = true;
    }

    public HttpResponse<?> answer() {
        return answer;
    }

    /** All events so far, in the order in which they came. */
    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    public List<Heard> heard(String type) {
        return heard.stream().filter(it -> it.type().equals(type)).toList();
    }

    /** What was said of a tweet, type by type. */
    public List<String> heardOf(String tweetId) {
        return heard.stream().filter(it -> it.isAbout(tweetId)).map(Heard::type).toList();
    }

    public List<String> comments() {
        return List.copyOf(comments);
    }

    /** Whether the other side has ended the stream, or this one. */
    public boolean isOver() {
        return over;
    }

    @Override
    public void close() {
        answer.body().close();
    }
}
