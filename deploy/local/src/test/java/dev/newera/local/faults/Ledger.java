package dev.newera.local.faults;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was tried and what was acknowledged, written down before and after each request and forced to the disk, so that it
 * can be trusted also when this machine dies. Safe from many threads.
 */
final class Ledger implements AutoCloseable {

    private final FileChannel file;
    private final Set<String> attempted = new HashSet<>();
    private final Map<String, String> acknowledged = new HashMap<>();
    private final Set<String> acknowledgedTwice = new HashSet<>();

    Ledger(Path path) throws IOException {
        this.file = FileChannel.open(path, CREATE_NEW, WRITE);
    }

    synchronized void attempt(String attempt) {
        if (attempted.add(attempt)) write("attempted " + attempt);
    }

    /** The same attempt acknowledged again must have led to the same tweet. */
    synchronized void acknowledge(String attempt, String tweetId) {
        write("acknowledged " + attempt + " " + tweetId);
        var before = acknowledged.putIfAbsent(attempt, tweetId);
        if (before != null && !before.equals(tweetId)) acknowledgedTwice.add(attempt);
    }

    synchronized Set<String> attempted() {
        return Set.copyOf(attempted);
    }

    /** The tweet that each acknowledged attempt was told of. */
    synchronized Map<String, String> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    synchronized int acknowledgedCount() {
        return acknowledged.size();
    }

    /** Attempts that were told of two different tweets. */
    synchronized Set<String> acknowledgedTwice() {
        return Set.copyOf(acknowledgedTwice);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void write(String line) {
        try {
            file.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
