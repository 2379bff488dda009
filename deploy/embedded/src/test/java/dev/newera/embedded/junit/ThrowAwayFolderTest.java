package dev.newera.embedded.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.embedded.Durability;
import dev.newera.embedded.Ports;
import dev.newera.embedded.Processes;
import dev.newera.embedded.postgres.PostgresServer;
import dev.newera.embedded.postgres.PostgresSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ThrowAwayFolderTest {

    private static final long NO_PROCESS = 999_999_999;

    @Test
    void the_folder_of_a_run_that_goes_on_is_not_left() throws IOException {
        var mine = ThrowAwayFolder.create();

        assertThat(mine.isLeft()).isFalse();
        mine.delete();
    }

    @Test
    void what_a_killed_run_left_is_cleared_up_by_the_next_with_its_server() throws IOException {
        var left = new ThrowAwayFolder(Files.createDirectory(
                Path.of(System.getProperty("java.io.tmpdir"), "new-era-backbone-" + NO_PROCESS + "-" + Ports.free())));
        var server = PostgresServer.start(
                        new PostgresSettings(left.postgres(), left.postgresLog(), Ports.free(), Durability.THROW_AWAY))
                .process()
                .orElseThrow();

        ThrowAwayFolder.create().delete();

        assertThat(left.path()).doesNotExist();
        assertThat(Processes.awaitEnd(server, Duration.ofSeconds(10))).isTrue();
    }
}
