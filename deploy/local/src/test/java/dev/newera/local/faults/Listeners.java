package dev.newera.local.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newera.local.faults.Fault.Strike;
import dev.newera.local.stream.Listener;
import dev.newera.local.stream.Listener.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Clients of the stream that ask for everything and read nothing, beside one that reads and whose line is cut again and
 * again. They cost so much each and no more, are cut off, and may come back; nobody else notices.
 */
final class Listeners implements AutoCloseable {

    private static final Duration TO_BE_CUT_OFF = Duration.ofMinutes(5);
    private static final int BOTH = 2;
    private static final long MOST_KILOBYTES_EACH = 400;
    private static final int EVENTS_BETWEEN_CUTS = 100;

    /** So little that it is full at once; the rest is chat-api's worry. */
    private static final int RECEIVE_BUFFER = 4 * 1024;

    private final Trial trial;
    private final List<Socket> deaf = new ArrayList<>();
    private final Listener keen = new Listener();
    private final Listener late = new Listener();
    private Stream<String> linesForLater = Stream.empty();
    private long memoryBefore;

    private Listeners(Trial trial) {
        this.trial = trial;
    }

    static Strike whoNeverRead(int many) {
        return trial -> {
            int before = trial.load().answers().size();
            try (var listeners = new Listeners(trial)) {
                listeners.come(many);
                listeners.awaitDeafGone(many);
                trial.load().rest();
                trial.awaitWhole();
                listeners.requireEverythingHeard();
                trial.load().goOn();
            }
            assertThat(trial.load().answersFrom(before)).allMatch(Answer::isCreated);
        };
    }

    private void come(int many) throws IOException {
        memoryBefore = memory();
        keen.listen(trial.system().chatApi(), any -> true);
        late.listen(trial.system().chatApi(), any -> true);
        linesForLater = late.call(trial.system().chatApi());
        for (int i = 0; i < many; i++) deaf.add(ask());
        await().until(() -> clients() >= many);
    }

    /** For the stream, and then never reads. */
    private Socket ask() throws IOException {
        var chat = URI.create(trial.system().chatApi().url());
        var socket = new Socket();
        socket.setReceiveBufferSize(RECEIVE_BUFFER);
        socket.connect(new InetSocketAddress(chat.getHost(), chat.getPort()));
        socket.getOutputStream()
                .write("GET /v1/stream HTTP/1.1\r\nHost: %s\r\n\r\n"
                        .formatted(chat.getAuthority())
                        .getBytes(US_ASCII));
        return socket;
    }

    /** Whoever takes nothing for half a minute, or is too far behind, is cut off. */
    private void awaitDeafGone(int many) throws IOException {
        var gone = new AtomicBoolean();
        var listening = CompletableFuture.runAsync(() -> {
            while (!gone.get()) keen.listen(trial.system().chatApi(), afterSome());
        });
        await().atMost(TO_BE_CUT_OFF).pollInterval(Duration.ofSeconds(1)).until(() -> {
            assertThat(memory() - memoryBefore).isLessThan(many * MOST_KILOBYTES_EACH);
            return clients() <= BOTH;
        });
        gone.set(true);
        listening.join();
    }

    /** The keen one has missed nothing between its cuts, nor the late one, which reads what came while it did not. */
    private void requireEverythingHeard() throws Exception {
        long newest = trial.store().newestChange();
        hearWhatHasCome(newest);
        for (var listener : List.of(keen, late)) {
            if (last(listener).no() < newest) listener.listen(trial.system().chatApi(), event -> event.no() >= newest);
            long first = listener.heard().get(0).no();
            assertThat(changes(listener, first)).isEqualTo(trial.store().changes(first, newest));
        }
    }

    private void hearWhatHasCome(long newest) throws IOException {
        try {
            late.listen(linesForLater, event -> event.no() >= newest);
        } catch (UncheckedIOException cutOff) {
            // In the midst of an event, perhaps, which then was none.
        }
    }

    private static List<Long> changes(Listener listener, long after) {
        return listener.heard().stream()
                .filter(event -> event.type().startsWith("tweet.") && event.no() > after)
                .map(Event::no)
                .toList();
    }

    private static Event last(Listener listener) {
        return listener.heard().get(listener.heard().size() - 1);
    }

    private static Predicate<Event> afterSome() {
        int[] left = {EVENTS_BETWEEN_CUTS};
        return event -> --left[0] == 0;
    }

    private long clients() throws IOException {
        return (long) trial.system().health("chat_api").metric("chat_stream_clients");
    }

    private long memory() throws IOException {
        return trial.system().kilobytes("chat_api");
    }

    @Override
    public void close() throws IOException {
        linesForLater.close();
        for (var socket : deaf) socket.close();
    }
}
