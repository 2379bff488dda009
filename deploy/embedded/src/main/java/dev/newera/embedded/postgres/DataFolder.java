package dev.newera.embedded.postgres;

import dev.newera.embedded.Database;
import dev.newera.embedded.Folders;
import dev.newera.embedded.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A folder that holds, or will hold, the data of one PostgreSQL server. */
final class DataFolder {

    /** A process id that no system gives out. */
    private static final String NO_PROCESS = "999999999";

    private final Path path;
    private final PostgresBinaries binaries;
    private final ServerAccount account;

    DataFolder(Path path, PostgresBinaries binaries, ServerAccount account) {
        this.path = path;
        this.binaries = binaries;
        this.account = account;
    }

    /**
     * Makes the database, unless there is one. It is made aside and moved into place, so that a start that was killed
     * half way leaves nothing that could be taken for data.
     */
    void fill() throws IOException {
        if (Files.exists(path.resolve("PG_VERSION"))) return;
        refuseForeignFiles();
        var aside = path.resolveSibling(path.getFileName() + ".new");
        Folders.delete(aside);
        Files.createDirectories(aside);
        account.give(aside);
        initialise(aside);
        createDatabase(aside);
        Files.deleteIfExists(path);
        Files.move(aside, path);
    }

    /** The server that runs on this folder, if one does. */
    Optional<ProcessHandle> server() throws IOException {
        var lines = pidFileLines();
        if (lines.isEmpty()) return Optional.empty();
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("").contains("postgres"));
    }

    /**
     * Makes sure that the pid file of a server that was killed stops no start: its process id may be that of a zombie,
     * or of a stranger by now. The rest of the file stays, because PostgreSQL knows by it whether processes of the
     * killed server still use the data.
     */
    void disownPidFile() throws IOException {
        var lines = pidFileLines();
        if (lines.isEmpty() || server().isPresent()) return;
        lines.set(0, NO_PROCESS);
        Files.write(pidFile(), lines);
    }

    private void refuseForeignFiles() throws IOException {
        if (!Files.exists(path)) return;
        if (!Files.isDirectory(path)) throw new StartFailure(path + " is a file: PostgreSQL needs a folder there.");
        try (var files = Files.list(path)) {
            if (files.findAny().isPresent()) {
                throw new StartFailure(path + " holds files, but no PostgreSQL data: its PG_VERSION is missing.");
            }
        }
    }

    private void initialise(Path folder) throws IOException {
        var password = Files.createTempFile(folder.getParent(), "password", "");
        try {
            Files.writeString(password, Database.NAME + "\n");
            account.give(password);
            require(Command.run(account.command(List.of(
                    binaries.program("initdb"),
                    "--pgdata=" + folder,
                    "--username=" + Database.NAME,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    // Without the machine's own collations the order of text is the same everywhere.
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions",
                    "--no-sync"))));
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private void createDatabase(Path folder) throws IOException {
        require(Command.run(
                account.command(
                        List.of(binaries.program("postgres"), "--single", "-F", "-D", folder.toString(), "template1")),
                "create database " + Database.NAME + ";"));
    }

    private static void require(Command command) {
        if (!command.succeeded()) throw new StartFailure("PostgreSQL could not make its data: " + command.output());
    }

    private Path pidFile() {
        return path.resolve("postmaster.pid");
    }

    private List<String> pidFileLines() throws IOException {
        return Files.exists(pidFile()) ? Files.readAllLines(pidFile()) : List.of();
    }
}
