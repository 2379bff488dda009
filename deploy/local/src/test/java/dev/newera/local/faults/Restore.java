package dev.newera.local.faults;

import static org.awaitility.Awaitility.await;

import dev.newera.embedded.Folders;
import dev.newera.local.Replica;
import dev.newera.local.faults.Fault.Strike;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * PostgreSQL's disk is lost, and comes back from a copy that was taken under load and from the log that was archived since, by the
 * steps of docs/operations.md, "Back up and restore". Kafka knows more by then than the database. Without the last piece of the
 * log, which {@link #switchLog} has archived, acknowledged tweets are lost and the verdict says so.
 */
final class Restore {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** The log that the copy needs comes from the archive; and the server that it is of is not running in it. */
    private static final String COPY =
            "tar -C %s --exclude='./pg_wal/*' --exclude=./postmaster.pid -cf - . | tar -C %s -xpf -";

    private final Trial trial;
    private final Path data;
    private final Path copy;
    private final Path archive;

    private Restore(Trial trial) throws SQLException {
        this.trial = trial;
        this.data = Path.of(answer("show data_directory"));
        this.copy = data.resolveSibling("copy");
        this.archive = data.resolveSibling("archive");
    }

    static Strike fromACopyAndTheLog() {
        return trial -> {
            var restore = new Restore(trial);
            restore.archive();
            trial.load().awaitAcknowledged(20);
            restore.copy();
            trial.load().awaitAcknowledged(20);
            // What comes after the last piece of log that is archived would be lost, and is nothing here but tags.
            trial.load().rest();
            restore.switchLog();
            restore.lose();
            restore.restore();
            trial.load().goOn();
        };
    }

    /** Each piece of the log is kept from now on. */
    private void archive() throws SQLException, IOException {
        Folders.delete(archive);
        give(Files.createDirectory(archive));
        run(
                "alter system set archive_mode = on",
                "alter system set archive_command = 'test ! -f %1$s/%%f && cp %%p %1$s/%%f'".formatted(archive));
        trial.system().kill("postgres");
        trial.system().awaitRunning("postgres");
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> answer("show archive_mode").equals("on"));
    }

    /** Files are copied while they are written to: what is torn is mended from the log. */
    private void copy() throws Exception {
        Folders.delete(copy);
        String label;
        try (var connection = trial.store().connect();
                var statement = connection.createStatement()) {
            answer(statement, "select pg_backup_start('restore', true)");
            Files.createDirectory(copy);
            require(new ProcessBuilder("/bin/sh", "-c", COPY.formatted(data, copy)));
            label = answer(statement, "select labelfile from pg_backup_stop(true)");
        }
        give(Files.writeString(copy.resolve("backup_label"), label));
        give(Files.writeString(copy.resolve("recovery.signal"), ""));
        give(Files.writeString(
                copy.resolve("postgresql.auto.conf"), "restore_command = 'cp %s/%%f %%p'%n".formatted(archive)));
    }

    private void switchLog() throws SQLException {
        var piece = answer("select pg_walfile_name(pg_switch_wal())");
        await().atMost(PATIENCE).until(() -> Files.exists(archive.resolve(piece)));
    }

    private void lose() throws IOException {
        trial.system().holdDown("postgres");
        Folders.delete(data);
    }

    private void restore() throws IOException, SQLException {
        Files.move(copy, data);
        trial.system().release("postgres");
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> !answer("select pg_is_in_recovery()").equals("t"));
        run("select setval('change_no', last_value + 1000000) from change_no");
        Replica.command(trial.system(), "chat-api", "announce", "--all", "--untagged");
    }

    /** To whom the server's files belong, which may be another than whoever runs this. */
    private void give(Path file) throws IOException {
        Files.setOwner(file, Files.getOwner(data));
    }

    private void run(String... commands) throws SQLException {
        try (var connection = trial.store().connect();
                var statement = connection.createStatement()) {
            for (var command : List.of(commands)) statement.execute(command);
        }
    }

    private String answer(String query) throws SQLException {
        try (var connection = trial.store().connect();
                var statement = connection.createStatement()) {
            return answer(statement, query);
        }
    }

    private static String answer(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void require(ProcessBuilder program) throws IOException, InterruptedException {
        int code = program.inheritIO().start().waitFor();
        if (code != 0) throw new IOException(program.command() + " ended with " + code);
    }
}
