package dev.newera.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One connection with at most one request in flight. Knows as much of HTTP/1.1 as it takes to find an answer's end. */
final class HttpClient implements AutoCloseable {
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS = "HTTP/1.1 ".length();

    private final SocketChannel channel;
    private final SelectionKey key;
    private ByteBuffer out;
    private ByteBuffer in = ByteBuffer.allocate(8 * 1024);
    private int body;
    private int end;
    private long asked;

    HttpClient(SocketChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
        key.attach(this);
    }

    /**
     * Sends the request and goes on sending whenever {@link #isAnswered} is called.
     *
     * @param asked when the client began to wait, as {@link System#nanoTime} counts
     */
    void ask(ByteBuffer request, long asked) throws IOException {
        out = request;
        in.clear();
        end = 0;
        this.asked = asked;
        send();
    }

    private void send() throws IOException {
        channel.write(out);
        key.interestOps(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** Moves on what can be moved now; true when the whole answer is here. */
    boolean isAnswered() throws IOException {
        if (key.isWritable()) {
            send();
        }
        return key.isReadable() && isRead();
    }

    private boolean isRead() throws IOException {
        if (!in.hasRemaining()) {
            grow(in.capacity() * 2);
        }
        if (channel.read(in) < 0) {
            throw new EOFException("The server closed a connection that waits for an answer.");
        }
        if (end == 0 && findBody()) {
            end = body + length();
            grow(end);
        }
        return end > 0 && in.position() >= end;
    }

    private void grow(int capacity) {
        if (capacity > in.capacity()) {
            in = ByteBuffer.allocate(capacity).put(in.flip());
        }
    }

    private boolean findBody() {
        for (int i = STATUS; i + 3 < in.position(); i++) {
            if (in.get(i) == '\r' && in.get(i + 2) == '\r') {
                body = i + 4;
                return true;
            }
        }
        return false;
    }

    private int length() {
        for (int i = STATUS; i < body; i++) {
            if (in.get(i) == '\n' && isAt(i + 1, LENGTH)) {
                return number(i + 1 + LENGTH.length);
            }
        }
        throw new IllegalStateException("The answer does not say how long it is.");
    }

    private boolean isAt(int at, byte[] name) {
        for (int i = 0; i < name.length; i++) {
            if (Character.toLowerCase(in.get(at + i)) != name[i]) {
                return false;
            }
        }
        return true;
    }

    private int number(int at) {
        int number = 0;
        for (int i = at; in.get(i) != '\r'; i++) {
            number = in.get(i) == ' ' ? number : number * 10 + in.get(i) - '0';
        }
        return number;
    }

    int status() {
        return (in.get(STATUS) - '0') * 100 + (in.get(STATUS + 1) - '0') * 10 + in.get(STATUS + 2) - '0';
    }

    ByteBuffer body() {
        return in.slice(body, end - body);
    }

    /** How long the client has waited. */
    long nanos() {
        return System.nanoTime() - asked;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
