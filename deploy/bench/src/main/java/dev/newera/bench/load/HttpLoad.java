package dev.newera.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Clients that keep their connections and wait for each answer before they ask again, all of them on one thread: on a machine that
 * they share with what they measure, a client library's own work would be measured with it.
 */
public final class HttpLoad implements AutoCloseable {
    private final Selector selector;
    private final List<HttpClient> clients = new ArrayList<>();
    private int busy;

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

        /** The next request, or null if there is none: a client that gets none rests. */
        ByteBuffer next();

        /** An answer; {@code body} is only good until this returns. */
        void answered(int status, ByteBuffer body, long nanos);
    }

    /** Returns when every client rests. */
    public void run(Conversation conversation) {
        try {
            for (var client : clients) {
                busy += client.ask(conversation.next()) ? 1 : 0;
            }
            while (busy > 0) {
                selector.select(key -> serve((HttpClient) key.attachment(), conversation));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(HttpClient client, Conversation conversation) {
        try {
            if (client.isAnswered()) {
                conversation.answered(client.status(), client.body(), client.nanos());
                busy -= client.ask(conversation.next()) ? 0 : 1;
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
