package dev.newera.chat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A client of {@code GET /v1/stream} that takes its answer's head and then reads nothing, until it is asked what it was told. */
public final class DeafListener implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("id: (\\S+)\nevent: ");
    private static final String END = "\r\n0\r\n\r\n";

    private final Socket socket = new Socket();
    private final StringBuilder said = new StringBuilder();

    public DeafListener() {
        try {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress("localhost", RestAssured.port));
            socket.getOutputStream()
                    .write("GET /v1/stream HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            readUntil("event: theme.counts");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readUntil(String mark) throws IOException {
        var bytes = new byte[8192];
        // Only what is new is looked at: of megabytes that come in small pieces, the whole would be searched for each.
        while (said.indexOf(mark, Math.max(0, said.length() - bytes.length - mark.length())) < 0) {
            int length = socket.getInputStream().read(bytes);
            if (length < 0) {
                throw new IOException("The stream ended before it said " + mark);
            }
            said.append(new String(bytes, 0, length, StandardCharsets.UTF_8));
        }
    }

    /** Everything that was sent, as it went over the wire, after the other side has ended. */
    public String said() {
        try {
            readUntil(END);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return said.toString();
    }

    /** The id of the last event that it was told. */
    public String lastId() {
        return ID.matcher(said()).results().reduce((a, b) -> b).orElseThrow().group(1);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
