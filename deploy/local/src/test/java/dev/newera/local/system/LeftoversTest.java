package dev.newera.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.embedded.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LeftoversTest {

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private Process process;

    @AfterEach
    void end() {
        if (process != null) process.destroyForcibly().onExit().join();
    }

    @Test
    void a_process_of_an_earlier_run_on_the_folder_is_stopped() throws IOException {
        leave(folder.toString());

        stop();

        assertThat(Processes.awaitEnd(process.toHandle(), Duration.ofSeconds(10)))
                .isTrue();
        assertThat(told)
                .containsExactly("An earlier run left chat-api (process " + process.pid() + ") behind; it is stopped.");
        assertThat(folder.resolve("run.json")).doesNotExist();
    }

    @Test
    void a_stranger_who_has_the_process_id_by_now_is_left_alone() throws IOException {
        leave("a stranger");

        stop();

        assertThat(process.isAlive()).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_read_stops_nothing() throws IOException {
        Files.writeString(folder.resolve("run.json"), "{\"chat_api\":{\"pi");

        stop();

        assertThat(told).isEmpty();
    }

    private void stop() {
        new Leftovers(DataHome.at(folder), told::add).stop();
    }

    private void leave(String mark) throws IOException {
        process = new ProcessBuilder("/bin/sh", "-c", "while :; do sleep 1; done", mark).start();
        Files.writeString(
                folder.resolve("run.json"),
                "{\"chat_api\":{\"pid\":" + process.pid() + ",\"port\":8080,\"url\":\"http://127.0.0.1:8080\"}}");
    }
}
