package dev.newera.local.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Somebody on a slow line: a posting that has begun, and whose last word comes when its chat-api has been asked to end. */
final class SlowPosting {

    private static final int SECONDS_LEFT = 3;
    private static final int MOST_MILLIS = 15_000;

    private final Trial trial;
    private final String source;
    private final Socket socket = new Socket();
    private final String lastWords;
    private BufferedReader answers;

    private SlowPosting(Trial trial, String source) {
        this.trial = trial;
        this.source = source;
        this.lastWords =
                " from a slow line\", \"author\": {\"username\": \"nhslean\"}, \"source\": \"" + source + "\"}";
    }

    /** Says the first words to that chat-api; returns when it is listening to them. */
    static SlowPosting begin(Trial trial, String chat) throws IOException {
        var posting = new SlowPosting(trial, trial.name() + "/slow/" + System.nanoTime());
        trial.ledger().attempt(posting.source);
        posting.sayFirstWords(URI.create(chat));
        return posting;
    }

    private void sayFirstWords(URI chat) throws IOException {
        var firstWords = "{\"text\": \"Good morning";
        socket.setSoTimeout(MOST_MILLIS);
        socket.connect(new InetSocketAddress(chat.getHost(), chat.getPort()));
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        say("HEAD /v1/themes HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(chat.getAuthority())
                + "POST /v1/tweets HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(chat.getAuthority(), firstWords.length() + lastWords.length(), firstWords));
        // Whoever answers the first of two requests that came together has read the second.
        answers.lines().takeWhile(line -> !line.isEmpty()).forEach(line -> {});
    }

    /** Says the last words some seconds after this begins to happen; the answer must be as good as any. */
    void endWhile(Trial.Step ending) throws Exception {
        var answer = CompletableFuture.supplyAsync(this::end, delayedExecutor(SECONDS_LEFT, TimeUnit.SECONDS));
        ending.happens();
        assertThat(answer.join()).as("what the slow one is answered").isEqualTo("HTTP/1.1 201 Created");
        assertThat(trial.store().tweets(source)).containsOnlyKeys(source);
    }

    private String end() {
        try (socket) {
            say(lastWords);
            return answers.readLine();
        } catch (IOException cutOff) {
            return cutOff.toString();
        }
    }

    private void say(String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(US_ASCII));
    }
}
