package dev.newera.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProcessesTest {

    @Test
    void a_process_that_has_ended_does_not_run_though_its_parent_never_reaps_it() throws IOException {
        var parent = new ProcessBuilder("/bin/sh", "-c", "sleep 600 & echo $!; exec sleep 600").start();
        try {
            var child = ProcessHandle.of(Long.parseLong(parent.inputReader().readLine()))
                    .orElseThrow();
            assertThat(Processes.isRunning(child)).isTrue();

            child.destroyForcibly();

            assertThat(Processes.awaitEnd(child, Duration.ofSeconds(10))).isTrue();
        } finally {
            parent.destroyForcibly();
        }
    }
}
