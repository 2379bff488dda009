package dev.newera.embedded.postgres;

import dev.newera.embedded.Database;
import dev.newera.embedded.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What PostgreSQL's own programs do to one data folder, each run to its end under the server's account. */
final class Control {

    private static final String SECONDS_OF_PATIENCE = "60";

    /** How long the processes of a server that stopped, or was killed, may take to end after it. */
    static final Duration TIME_TO_END = Duration.ofSeconds(10);

    private final DataFolder data;
    private final PostgresBinaries binaries;
    private final ServerAccount account;

    Control(DataFolder data, PostgresBinaries binaries, ServerAccount account) {
        this.data = data;
        this.binaries = binaries;
        this.account = account;
    }

    /** Makes the database and the user who owns it. */
    void initialise() throws IOException {
        var aside = data.aside();
        account.give(aside);
        initialise(aside);
        createDatabase(aside);
        data.accept(aside);
    }

    /** Returns when the server accepts connections, or tells why it does not. */
    void start(List<String> options, ServerLog log, Duration patience) throws IOException {
        account.give(log.path());
        long deadline = System.nanoTime() + patience.toNanos();
        var start = tryToStart(options, log);
        while (!start.succeeded()) {
            // Processes of a server that was killed end a moment after it.
            if (!log.tells("shared memory block") || System.nanoTime() > deadline) throw failure(start, log.news());
            start = tryToStart(options, log);
        }
    }

    void stop() throws IOException {
        var stop = control("stop", "-m", "fast");
        if (!stop.succeeded() && data.server().isPresent()) throw new IOException(stop.output());
    }

    private Command tryToStart(List<String> options, ServerLog log) throws IOException {
        log.mark();
        return control(
                "start", "-o", String.join(" ", options), "-l", log.path().toString());
    }

    /** What stops pg_ctl before there is a server, such as a pid file that it cannot read, is in no log. */
    private static StartFailure failure(Command start, String news) {
        return new StartFailure("PostgreSQL did not start: " + (news.isEmpty() ? start.output() : news));
    }

    private void initialise(Path folder) throws IOException {
        var password = Files.createTempFile(folder.getParent(), "password", "");
        try {
            Files.writeString(password, Database.NAME + "\n");
            account.give(password);
            require(run(List.of(
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
                    "--no-sync")));
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private void createDatabase(Path folder) throws IOException {
        var alone = List.of(binaries.program("postgres"), "--single", "-F", "-D", folder.toString(), "template1");
        require(run(alone, "create database " + Database.NAME + ";"));
    }

    private Command control(String action, String... options) throws IOException {
        var command = new ArrayList<>(
                List.of(binaries.program("pg_ctl"), action, "-D", data.path().toString()));
        command.addAll(List.of("-w", "-t", SECONDS_OF_PATIENCE));
        command.addAll(List.of(options));
        return run(command);
    }

    private Command run(List<String> program, String... input) throws IOException {
        return Command.run(account.command(program), input);
    }

    private static void require(Command command) {
        if (!command.succeeded()) throw new StartFailure("PostgreSQL could not make its data: " + command.output());
    }
}
