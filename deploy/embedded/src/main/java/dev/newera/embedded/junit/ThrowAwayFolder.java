package dev.newera.embedded.junit;

import dev.newera.embedded.Folders;
import dev.newera.embedded.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder for the data of one test run. Its name tells the process that it belongs to, so that the next run can clear
 * up after one that was killed.
 */
record ThrowAwayFolder(Path path) {

    private static final Path PLACE = Path.of(System.getProperty("java.io.tmpdir"));
    private static final String PREFIX = "new-era-backbone-";

    /** A new one for this process. Those of processes that are gone are deleted, their servers stopped. */
    static ThrowAwayFolder create() {
        try {
            for (var left : inPlace(PLACE)) if (left.isLeft()) left.delete();
            return new ThrowAwayFolder(Files.createTempDirectory(
                    PLACE, PREFIX + ProcessHandle.current().pid() + "-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<ThrowAwayFolder> inPlace(Path place) throws IOException {
        try (var paths = Files.list(place)) {
            return paths.filter(path -> path.getFileName().toString().matches(PREFIX + "\\d+-.*"))
                    .map(ThrowAwayFolder::new)
                    .toList();
        }
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path postgresLog() {
        return path.resolve("postgres.log");
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    /** Whether this user's run that it belonged to is gone. */
    boolean isLeft() throws IOException {
        return Files.isWritable(path) && ProcessHandle.of(owner()).isEmpty();
    }

    void delete() throws IOException {
        PostgresServer.on(postgres()).ifPresent(ProcessHandle::destroyForcibly);
        Folders.delete(path);
    }

    private long owner() {
        return Long.parseLong(
                path.getFileName().toString().substring(PREFIX.length()).split("-")[0]);
    }
}
