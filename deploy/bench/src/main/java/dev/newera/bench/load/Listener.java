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
    private final Arrivals arrivals = new Arrivals();
    private int leftOver;
    private volatile boolean begun;

    /** @param event whose tweets' ids are looked for */
    Listener(SocketChannel channel, String event) {
        this.channel = channel;
        this.mark =
                ("\nevent: " + event + new String(DATA, StandardCharsets.US_ASCII)).getBytes(StandardCharsets.US_ASCII);
        this.left = new byte[mark.length + ID];
    }

    /** Whether it has been told how things stand: from now on it is told of everything. */
    boolean hasBegun() {
        return begun;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    /** Reads what is there, by way of a buffer that all share; false at the stream's end. */
    boolean read(ByteBuffer shared) throws IOException {
        shared.clear().put(left, 0, leftOver);
        int read = channel.read(shared);
        look(shared.array(), shared.position(), System.nanoTime());
        return read >= 0;
    }

    private void look(byte[] bytes, int end, long now) {
        int seen = 0;
        for (int i = 0; i + mark.length + ID <= end; i++) {
            if (bytes[i] == '\n' && isAt(bytes, i, mark)) {
                i += mark.length;
                var id = new String(bytes, i, ID, StandardCharsets.US_ASCII);
                arrivals.add(Arrivals.key(UUID.fromString(id)), now);
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
