package dev.newera.embedded.postgres;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The file that a server appends its log to; a mark in it tells what is new. */
final class ServerLog {

    private final Path path;
    private long mark;

    private ServerLog(Path path) {
        this.path = path;
    }

    static ServerLog at(Path path) throws IOException {
        Files.createDirectories(path.getParent());
        Files.newOutputStream(path, CREATE, APPEND).close();
        return new ServerLog(path);
    }

    Path path() {
        return path;
    }

    /** From here on is new. */
    void mark() throws IOException {
        mark = Files.size(path);
    }

    boolean tells(String words) throws IOException {
        return news().contains(words);
    }

    /** The lines since the mark. */
    String news() throws IOException {
        var bytes = Files.readAllBytes(path);
        return new String(Arrays.copyOfRange(bytes, (int) mark, bytes.length), StandardCharsets.UTF_8).strip();
    }
}
