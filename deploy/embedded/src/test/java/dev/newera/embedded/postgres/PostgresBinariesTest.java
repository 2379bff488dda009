package dev.newera.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newera.embedded.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PostgresBinariesTest {

    @TempDir
    Path folder;

    @Test
    void those_who_come_at_once_all_find_them_whole() {
        var versions = Stream.generate(() -> CompletableFuture.supplyAsync(this::version))
                .limit(4)
                .toList();

        assertThat(versions).extracting(CompletableFuture::join).allMatch(version -> version.contains("18."));
    }

    @Test
    void an_unpacking_that_was_killed_is_done_again() throws IOException {
        Files.createDirectories(folder.resolve("postgres/bin"));
        Files.writeString(folder.resolve("postgres/bin/postgres"), "half a pro");

        assertThat(version()).contains("18.");
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> PostgresBinaries.in(file.resolve("postgres")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(file.toString());
    }

    private String version() {
        var postgres = PostgresBinaries.in(folder.resolve("postgres")).program("postgres");
        try {
            return Command.run(List.of(postgres, "--version")).output();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
