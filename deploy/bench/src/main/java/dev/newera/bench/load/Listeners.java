package dev.newera.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Clients of {@code GET /v1/stream}, all read on one thread, or connected and never read at all. */
public final class Listeners implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(5);
    private static final String REQUEST =
            "GET /v1/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n";

    private final Selector selector;
    private final List<SocketChannel> channels = new ArrayList<>();
    private final List<Listener> listeners = new ArrayList<>();
    private final List<Arrivals> arrivals = new ArrayList<>();
    private final ByteBuffer shared = ByteBuffer.allocate(256 * 1024);
    private final Thread thread = new Thread(this::run, "listeners");

    private Listeners() throws IOException {
        selector = Selector.open();
    }

    /** Returns when all of them have been told how things stand. @param event whose arrivals are noted */
    public static Listeners reading(int port, int count, String event) {
        var arrivals = Stream.generate(Arrivals::new).limit(count).toList();
        var listeners = telling(port, event, arrivals);
        listeners.arrivals.addAll(arrivals);
        return listeners;
    }

    /** One for each of these, who is told of that event, on one thread. Returns when all of them know how things stand. */
    public static Listeners telling(int port, String event, List<? extends Told> told) {
        try {
            var listeners = new Listeners();
            for (var one : told) {
                listeners.listen(port, event, one);
            }
            listeners.thread.start();
            listeners.await(() -> listeners.listeners.stream().allMatch(Listener::hasBegun));
            return listeners;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** They ask, and never read a byte. */
    public static Listeners deaf(int port, int count) {
        try {
            var listeners = new Listeners();
            for (int i = 0; i < count; i++) {
                listeners.connect(port);
            }
            return listeners;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SocketChannel connect(int port) throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.write(ByteBuffer.wrap(REQUEST.getBytes(StandardCharsets.US_ASCII)));
        channels.add(channel);
        return channel;
    }

    private void listen(int port, String event, Told told) throws IOException {
        var channel = connect(port);
        channel.configureBlocking(false);
        var listener = new Listener(channel, event, told);
        listeners.add(listener);
        channel.register(selector, SelectionKey.OP_READ, listener);
    }

    private void run() {
        try {
            while (selector.isOpen()) {
                selector.select(this::read);
            }
        } catch (ClosedSelectorException over) {
            // Nobody listens any more.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(SelectionKey key) {
        if (!((Listener) key.attachment()).read(shared)) {
            key.cancel();
        }
    }

    private interface Condition {
        boolean holds();
    }

    private void await(Condition condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Wrong answer: some listeners were told nothing within a minute");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** Waits until each has heard of all of these, for a minute at most, and then listens no longer. */
    public List<Arrivals> afterHearing(List<UUID> tweets) {
        await(() -> arrivals.stream().allMatch(it -> it.hold(tweets)));
        close();
        return arrivals;
    }

    @Override
    public void close() {
        try {
            selector.close();
            thread.join();
            for (var channel : channels) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
