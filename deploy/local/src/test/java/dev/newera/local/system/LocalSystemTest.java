package dev.newera.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LocalSystemTest {

    @TempDir
    Path folder;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final FakePart kafka = ready("kafka");
    private final Parts parts = new Parts(ready("postgres"), kafka, ready("chat-api"), ready("tagging-worker"));

    private static FakePart ready(String name) {
        var part = new FakePart(name);
        part.ready = true;
        return part;
    }

    /** A folder in the place of the draft keeps the file from being written, as a full disk does. */
    @Test
    void a_part_that_ended_is_started_again_also_where_the_run_file_cannot_be_written() throws Exception {
        var system = new LocalSystem(parts, DataHome.at(folder), told::add);
        system.start();
        var room = Files.createDirectory(folder.resolve("run.json.new"));
        var watch = new Thread(system::watch);
        watch.start();

        kafka.end();
        await().untilAsserted(() -> assertThat(kafka.starts).isEqualTo(2));
        await().untilAsserted(() -> assertThat(told).last().asString().contains("run.json could not be written"));

        Files.delete(folder.resolve("run.json"));
        Files.delete(room);
        await().untilAsserted(() -> assertThat(runFile()).contains("kafka"));
        assertThat(told)
                .filteredOn(sentence -> sentence.contains("could not be written"))
                .hasSize(1);
        system.stop();
        watch.join();
    }

    private String runFile() throws IOException {
        var file = folder.resolve("run.json");
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
