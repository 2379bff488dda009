package dev.newera.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A connection that listens to the stream. Knows as much of server-sent events as it takes to find a tweet's id. */
final class Listener {
    private static final byte[] DATA = "\ndata: {\"id\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COUNTS = "\nevent: theme.counts\n".getBytes(StandardCharsets.US_ASCII);
    private static final int ID = 36;

    private final SocketChannel channel;
    private final byte[] mark;
    private final byte[] left;
    private final Told told;
    private int leftOver;
    private volatile boolean begun;

    /** @param event of whose tweets somebody is told */
    Listener(SocketChannel channel, String event, Told told) {
        this.channel = channel;
        this.told = told;
        this.mark =
                ("\nevent: " + event + new String(DATA, StandardCharsets.US_ASCII)).getBytes(StandardCharsets.US_ASCII);
        this.left = new byte[mark.length + ID];
    }

    /** Whether it has been told how things stand: from now on it is told of everything. */
    boolean hasBegun() {
        return begun;
    }

    /** Reads what is there, by way of a buffer that all share; false at the stream's end. */
    boolean read(ByteBuffer shared) {
        shared.clear().put(left, 0, leftOver);
        boolean goesOn = goesOn(shared);
        look(shared.array(), shared.position(), System.nanoTime());
        if (!goesOn) {
            told.isOver();
        }
        return goesOn;
    }

    private boolean goesOn(ByteBuffer shared) {
        try {
            return channel.read(shared) >= 0;
        } catch (IOException reset) {
            return false; // So is a client cut off that does not read as fast as it is told.
        }
    }

    private void look(byte[] bytes, int end, long now) {
        int seen = 0;
        for (int i = 0; i + mark.length + ID <= end; i++) {
            if (bytes[i] == '\n' && isAt(bytes, i, mark)) {
                i += mark.length;
                var id = new String(bytes, i, ID, StandardCharsets.US_ASCII);
                told.of(Arrivals.key(UUID.fromString(id)), now);
                seen = i;
            } else if (!begun && bytes[i] == '\n' && isAt(bytes, i, COUNTS)) {
                begun = true;
            }
        }
        // What may be the beginning of a mark is looked at again, together with what follows it.
        int from = Math.max(seen, Math.max(0, end - left.length + 1));
        leftOver = end - from;
        System.arraycopy(bytes, from, left, 0, leftOver);
    }

    private static boolean isAt(byte[] bytes, int at, byte[] mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes[at + i] != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
