package dev.newera.embedded.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.newera.embedded.Folders;
import dev.newera.embedded.Processes;
import dev.newera.embedded.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder that holds, or will hold, the data of one PostgreSQL server: what can be told from its files. */
record DataFolder(Path path) {

    /** A process id that no system gives out. */
    private static final String NO_PROCESS = "999999999";

    /** Whether there is a database. Files that are something else are left alone, and said to be in the way. */
    boolean isFilled() throws IOException {
        if (Files.exists(path.resolve("PG_VERSION"))) return true;
        if (Files.exists(path)) requireEmpty();
        return false;
    }

    /**
     * A sibling to make the database in, before it is moved into place by {@link #accept}: a start that was killed half
     * way leaves nothing that could be taken for data.
     */
    Path aside() throws IOException {
        var aside = path.resolveSibling(path.getFileName() + ".new");
        Folders.delete(aside);
        return Files.createDirectories(aside);
    }

    void accept(Path aside) throws IOException {
        Files.deleteIfExists(path);
        Files.move(aside, path);
    }

    /** The server that runs on this folder, if one does. */
    Optional<ProcessHandle> server() throws IOException {
        return pidFileLines().stream()
                .findFirst()
                .map(String::strip)
                .filter(pid -> pid.matches("\\d{1,18}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(Processes::isRunning)
                .filter(this::runsPostgres);
    }

    /**
     * Makes sure that the pid file of a server that was killed stops no start: its process id may be that of a zombie,
     * or of a stranger by now. The rest of the file stays, because PostgreSQL knows by it whether processes of the
     * killed server still use the data. An empty file, as a full disk or a power loss leaves it, tells nothing and stops
     * every start.
     */
    void disownPidFile() throws IOException {
        if (server().isPresent()) return;
        var lines = pidFileLines();
        if (lines.isEmpty()) Files.deleteIfExists(pidFile());
        else
            replacePidFile(
                    Stream.concat(Stream.of(NO_PROCESS), lines.stream().skip(1)).toList());
    }

    /** In one step, so that a full disk or a kill in between does not cost what the file tells. */
    private void replacePidFile(List<String> lines) throws IOException {
        var aside = path.resolve("postmaster.pid.new");
        Files.write(aside, lines);
        Files.move(aside, pidFile(), ATOMIC_MOVE);
    }

    /** Where the program is hidden, the command line must be the one that pg_ctl gives: a stranger's is soon like it. */
    private boolean runsPostgres(ProcessHandle process) {
        var info = process.info();
        return info.command()
                .map(program -> program.contains("postgres"))
                .orElseGet(() -> info.commandLine().orElse("").contains("postgres -D " + path));
    }

    private void requireEmpty() throws IOException {
        if (!Files.isDirectory(path)) throw new StartFailure(path + " is a file; PostgreSQL needs a folder there.");
        try (var files = Files.list(path)) {
            if (files.findAny().isPresent()) {
                throw new StartFailure(path + " holds files but no PostgreSQL data: its PG_VERSION is missing.");
            }
        }
    }

    private Path pidFile() {
        return path.resolve("postmaster.pid");
    }

    private List<String> pidFileLines() throws IOException {
        return Files.exists(pidFile()) ? Files.readAllLines(pidFile()) : List.of();
    }
}
