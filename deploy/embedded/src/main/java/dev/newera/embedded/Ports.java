package dev.newera.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * TCP ports of the loopback interface for servers. They are taken from below the range that systems take the ports of
 * outgoing connections from: a client that tries again and again to reach a server that is down could otherwise be
 * given the server's own port, be connected to itself, and keep the server from coming back.
 */
public final class Ports {

    private static final int FIRST = 10_000;
    private static final int FIRST_OF_CLIENTS = 32_768;

    private Ports() {}

    /** A port that nobody listens on at this moment. */
    public static int free() {
        return free(1).get(0);
    }

    /** As many ports as asked for, no two alike: all are held until the last one is found. */
    public static List<Integer> free(int count) {
        var held = new ArrayList<ServerSocket>();
        try {
            while (held.size() < count) tryToListen(randomPort()).ifPresent(held::add);
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            held.forEach(Ports::release);
        }
    }

    /** Whether a server could listen on the port now. */
    public static boolean isFree(int port) {
        var socket = tryToListen(port);
        socket.ifPresent(Ports::release);
        return socket.isPresent();
    }

    private static int randomPort() {
        return ThreadLocalRandom.current().nextInt(FIRST, FIRST_OF_CLIENTS);
    }

    private static Optional<ServerSocket> tryToListen(int port) {
        try {
            var socket = new ServerSocket();
            // Without it a port counts as taken for a minute after its last connection, though any server could use it.
            socket.setReuseAddress(true);
            return Optional.of(bind(socket, port));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static ServerSocket bind(ServerSocket socket, int port) throws IOException {
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
