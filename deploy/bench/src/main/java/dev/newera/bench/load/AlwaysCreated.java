package dev.newera.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** The fastest server that there is for our clients: it says 201 to whatever comes, and shows how fast they can be. */
public final class AlwaysCreated implements AutoCloseable {
    private final Selector selector = Selector.open();
    private final ServerSocketChannel server = ServerSocketChannel.open();
    private final ByteBuffer request = ByteBuffer.allocate(64 * 1024);
    private final byte[] answer;

    /** Answers with this body. */
    public AlwaysCreated(String body) throws IOException {
        answer = ("HTTP/1.1 201 Created\r\ncontent-type: application/json\r\ncontent-length: "
                        + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        new Thread(this::run, "always-created").start();
    }

    public int port() {
        return server.socket().getLocalPort();
    }

    private void run() {
        try {
            while (selector.isOpen()) {
                selector.select(this::serve);
            }
        } catch (ClosedSelectorException | CancelledKeyException closed) {
            // Nobody asks any more.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                var channel = server.accept();
                channel.socket().setTcpNoDelay(true);
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ);
            } else {
                answer((SocketChannel) key.channel());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Requests of this benchmark arrive whole: they are far smaller than a socket's buffer. */
    private void answer(SocketChannel channel) throws IOException {
        if (channel.read(request.clear()) < 0) {
            channel.close();
        } else {
            channel.write(ByteBuffer.wrap(answer));
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
