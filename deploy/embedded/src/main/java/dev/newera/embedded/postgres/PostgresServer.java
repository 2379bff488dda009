package dev.newera.embedded.postgres;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dev.newera.embedded.Database;
import dev.newera.embedded.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL server, running as a process in a session of its own: a Ctrl-C in the terminal does not reach it, so
 * whoever started it decides when it stops.
 */
public final class PostgresServer implements AutoCloseable {

    private static final int SECONDS_TO_START = 60;

    private final PostgresSettings settings;
    private final ServerAccount account;
    private final PostgresBinaries binaries;
    private final DataFolder data;
    private ProcessHandle process;

    private PostgresServer(PostgresSettings settings, ServerAccount account, PostgresBinaries binaries) {
        this.settings = settings;
        this.account = account;
        this.binaries = binaries;
        this.data = new DataFolder(settings.data(), binaries, account);
    }

    /**
     * Starts a server that accepts connections when this returns. An empty or missing data folder is filled; a server
     * that a killed run left on the folder is stopped first.
     */
    public static PostgresServer start(PostgresSettings settings) {
        var server = new PostgresServer(settings, ServerAccount.find(), PostgresBinaries.ofThisMachine());
        try {
            server.start();
            return server;
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL could not use " + settings.data() + ": " + e.getMessage(), e);
        }
    }

    public Database database() {
        return Database.at(settings.port());
    }

    /** The process that all others of the server descend from. */
    public ProcessHandle process() {
        return process;
    }

    /** Ends the connections, writes a checkpoint and stops. A server that is gone already is fine. */
    @Override
    public void close() {
        try {
            stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start() throws IOException {
        Files.createDirectories(settings.data().getParent());
        Files.createDirectories(settings.log().getParent());
        stop();
        data.fill();
        data.disownPidFile();
        Files.newOutputStream(settings.log(), CREATE, APPEND).close();
        account.give(settings.log());
        var start = control(
                "start",
                "-o",
                String.join(" ", settings.options()),
                "-l",
                settings.log().toString());
        if (!start.succeeded()) throw new StartFailure("PostgreSQL did not start: " + lastWords());
        process = data.server().orElseThrow(() -> new StartFailure("PostgreSQL ended at once; see " + settings.log()));
    }

    private void stop() throws IOException {
        if (data.server().isEmpty()) return;
        var stop = control("stop", "-m", "fast");
        if (!stop.succeeded() && data.server().isPresent()) throw new IOException(stop.output());
    }

    private Command control(String action, String... options) throws IOException {
        var command = new ArrayList<>(List.of(
                binaries.program("pg_ctl"),
                action,
                "-D",
                settings.data().toString(),
                "-w",
                "-t",
                "" + SECONDS_TO_START));
        command.addAll(List.of(options));
        return Command.run(account.command(command));
    }

    private String lastWords() throws IOException {
        var lines = Files.readAllLines(settings.log());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
    }
}
