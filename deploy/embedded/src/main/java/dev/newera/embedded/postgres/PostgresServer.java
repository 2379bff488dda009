package dev.newera.embedded.postgres;

import dev.newera.embedded.Database;
import dev.newera.embedded.Processes;
import dev.newera.embedded.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A PostgreSQL server, running as a process in a session of its own: a Ctrl-C in the terminal does not reach it, so
 * whoever started it decides when it stops.
 */
public final class PostgresServer implements AutoCloseable {

    private final PostgresSettings settings;
    private final DataFolder data;
    private final Control control;

    private PostgresServer(PostgresSettings settings, PostgresBinaries binaries, ServerAccount account) {
        this.settings = settings;
        this.data = new DataFolder(settings.data());
        this.control = new Control(data, binaries, account);
    }

    /**
     * Starts a server that accepts connections when this returns. An empty or missing data folder is filled; a server
     * that a killed run left on the folder is stopped first.
     */
    public static PostgresServer start(PostgresSettings settings) {
        return start(settings, ServerAccount.find());
    }

    static PostgresServer start(PostgresSettings settings, ServerAccount account) {
        var server = new PostgresServer(settings, PostgresBinaries.ofThisMachine(), account);
        try {
            server.start();
            return server;
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL could not use " + settings.data() + ": " + e, e);
        }
    }

    /** The server that runs on a data folder, whoever started it. */
    public static Optional<ProcessHandle> on(Path data) {
        try {
            return new DataFolder(data).server();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Database database() {
        return Database.at(settings.port());
    }

    /** The process that all others of the server descend from; empty when it has ended. */
    public Optional<ProcessHandle> process() {
        return on(settings.data());
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
        stop();
        if (!data.isFilled()) control.initialise();
        data.disownPidFile();
        control.start(settings.options(), ServerLog.at(settings.log()), Control.TIME_TO_END);
    }

    private void stop() throws IOException {
        var running = data.server();
        if (running.isEmpty()) return;
        control.stop();
        // The pid file goes a moment before the process does.
        Processes.awaitEnd(running.get(), Control.TIME_TO_END);
    }
}
