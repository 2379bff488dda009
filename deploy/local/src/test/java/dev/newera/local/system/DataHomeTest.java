package dev.newera.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newera.embedded.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DataHomeTest {

    @TempDir
    Path folder;

    @Test
    void the_folder_is_made() {
        DataHome.at(folder.resolve("a/b"));

        assertThat(folder.resolve("a/b/logs")).isDirectory();
    }

    @Test
    void a_file_in_its_place_is_named() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> DataHome.at(file))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--data");
    }

    @Test
    void a_comma_in_its_name_is_refused_before_anything_is_written() {
        assertThatThrownBy(() -> DataHome.at(folder.resolve("Work, private/chat")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("comma")
                .hasMessageContaining("--data");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void two_runs_never_share_it() {
        DataHome.at(folder).claim();

        assertThatThrownBy(() -> DataHome.at(folder).claim())
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("Another run uses the data folder " + folder);
    }

    @Test
    void throwing_the_data_away_spares_what_is_not_ours() throws IOException {
        var home = DataHome.at(folder);
        Files.createDirectories(folder.resolve("postgres-18/base"));
        Files.writeString(folder.resolve("run.json"), "{}");
        Files.writeString(folder.resolve("letter.txt"), "Dear Helen");

        home.empty();

        assertThat(folder.resolve("postgres-18")).doesNotExist();
        assertThat(folder.resolve("run.json")).doesNotExist();
        assertThat(folder.resolve("letter.txt")).hasContent("Dear Helen");
    }

    @Test
    void the_last_words_of_a_part_are_the_end_of_its_log() throws IOException {
        var home = DataHome.at(folder);
        Files.writeString(home.log("kafka"), "first\n" + "more\n".repeat(20) + "disk full\n");

        assertThat(home.lastWords("kafka")).endsWith("disk full").doesNotContain("first");
        assertThat(home.lastWords("postgres")).isEmpty();
    }
}
