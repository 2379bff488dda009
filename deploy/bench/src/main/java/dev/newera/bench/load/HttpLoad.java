package dev.newera.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Clients that keep their connections and wait for each answer before they ask again, all of them on one thread: on a machine that
 * they share with what they measure, a client library's own work would be measured with it.
 */
public final class HttpLoad implements AutoCloseable {
    /** However long it takes, in a selector's words. */
    private static final long FOR_AN_ANSWER = 0;

    private final Selector selector;
    private final List<HttpClient> clients = new ArrayList<>();
    private final Deque<HttpClient> resting = new ArrayDeque<>();

    public HttpLoad(int port, int count) {
        try {
            selector = Selector.open();
            for (int i = 0; i < count; i++) {
                var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                channel.socket().setTcpNoDelay(true);
                channel.configureBlocking(false);
                var key = channel.register(selector, SelectionKey.OP_READ);
                clients.add(new HttpClient(channel, key));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is asked, and who hears the answers. */
    public interface Conversation {

        /** The next request, or null if there will be none. */
        ByteBuffer next();

        /**
         * When the next request wants to be sent, as {@link System#nanoTime} counts. One that no client is free for in time has
         * waited from then on: whoever posts does not care why there is no answer yet.
         */
        default long due() {
            return System.nanoTime();
        }

        /** An answer; {@code body} is only good until this returns. */
        void answered(int status, ByteBuffer body, long nanos);
    }

    /** Returns when there is no next request and everybody has an answer. */
    public void run(Conversation conversation) {
        resting.clear();
        resting.addAll(clients);
        try {
            boolean goesOn = ask(conversation);
            while (goesOn || resting.size() < clients.size()) {
                long wait = goesOn && !resting.isEmpty() ? millisUntilDue(conversation) : FOR_AN_ANSWER;
                selector.select(key -> serve((HttpClient) key.attachment(), conversation), wait);
                goesOn = ask(conversation);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At least one: a request is so at most a millisecond late, and its client's wait counts that. */
    private static long millisUntilDue(Conversation conversation) {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(conversation.due() - System.nanoTime()));
    }

    /** Sends what is due, as long as a client is free; false when there is nothing to send any more. */
    private boolean ask(Conversation conversation) throws IOException {
        while (!resting.isEmpty()) {
            long due = conversation.due();
            if (due > System.nanoTime()) {
                return true;
            }
            var request = conversation.next();
            if (request == null) {
                return false;
            }
            resting.pop().ask(request, due);
        }
        return true;
    }

    private void serve(HttpClient client, Conversation conversation) {
        try {
            if (client.isAnswered()) {
                conversation.answered(client.status(), client.body(), client.nanos());
                // At the end: each comes in its turn, or the server would close those that rest for half a minute.
                resting.add(client);
                ask(conversation);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            selector.close();
            for (var client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
