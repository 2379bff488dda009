package dev.newera.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.embedded.Ports;
import dev.newera.embedded.Processes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The launcher itself: how it begins, how it ends, what it says when it cannot. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LocalRunIT {

    private static final List<String> PARTS = List.of("postgres", "kafka", "chat_api", "tagging_worker");

    private final Path data = RunningSystem.freshFolder("launcher");

    @Test
    void a_run_clears_up_after_a_killed_one_finds_its_data_and_leaves_no_process_when_it_is_stopped()
            throws IOException {
        try (var system = new RunningSystem(data)) {
            var left = processes(system.start());
            system.killLauncher();

            var ours = processes(system.start("--demo"));
            assertThat(left).noneMatch(Processes::isRunning);
            assertThat(system.said()).contains("An earlier run left kafka", "The chat has tweets already", "@nhslean");
            requireReport(system);

            system.terminate();
            assertThat(ours).noneMatch(Processes::isRunning);
            assertThat(data.resolve("run.json")).doesNotExist();
        }
    }

    @Test
    void a_port_in_use_is_told() throws IOException {
        try (var somebody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(somebody.getLocalPort());

            assertThat(said("--data", data.toString(), "--http-port", port))
                    .contains("Port " + port + " is in use", "--http-port");
        }
    }

    @Test
    void a_data_folder_that_cannot_be_used_is_told() throws IOException {
        var file = Files.writeString(data.resolve("file"), "");

        assertThat(said("--data", file.toString())).contains(file.toString(), "--data");
    }

    @Test
    void broken_data_is_told_with_the_words_of_the_server_and_leaves_no_process() throws IOException {
        Files.createDirectories(data.resolve("postgres-18"));
        Files.writeString(data.resolve("postgres-18/PG_VERSION"), "9.6\n");

        assertThat(said("--data", data.toString(), "--http-port", "" + Ports.free()))
                .contains("PostgreSQL did not start", "--fresh", "Stopped.");
    }

    /** Of the imitation, at the address that is told. */
    private static void requireReport(RunningSystem system) throws IOException {
        var address = Pattern.compile("Its report +http://[^/]+(\\S+)").matcher(system.said());
        assertThat(address.find()).isTrue();
        assertThat(system.chatApi().get(address.group(1)).body())
                .contains("An imitation of a #NewEraNHS chat", "Question by question");
    }

    private String said(String... options) throws IOException {
        var system = new RunningSystem(data);
        var exitCode = system.launch(options).onExit().join().exitValue();
        assertThat(exitCode).isEqualTo(1);
        return system.said();
    }

    private static List<ProcessHandle> processes(RunningSystem system) throws IOException {
        var processes = new ArrayList<ProcessHandle>();
        for (var part : PARTS) processes.add(system.process(part));
        return processes;
    }
}
