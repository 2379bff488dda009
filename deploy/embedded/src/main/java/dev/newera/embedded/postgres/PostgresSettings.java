package dev.newera.embedded.postgres;

import dev.newera.embedded.Durability;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a server is told at each start. None of it is kept in the data folder, so another start may say otherwise. */
public record PostgresSettings(Path data, Path log, int port, Durability durability) {

    public PostgresSettings {
        data = data.toAbsolutePath().normalize();
        log = log.toAbsolutePath().normalize();
    }

    /** The options of the {@code postgres} program. */
    List<String> options() {
        var options = new ArrayList<>(List.of(
                "-p " + port,
                "-c listen_addresses=127.0.0.1",
                // A socket file would need a folder with a short enough name that this user may write to.
                "-c unix_socket_directories=",
                "-c shared_buffers=64MB",
                "-c max_connections=300",
                "-c timezone=UTC",
                "-c log_timezone=UTC"));
        if (durability == Durability.THROW_AWAY) {
            options.addAll(List.of("-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off"));
        }
        return options;
    }
}
