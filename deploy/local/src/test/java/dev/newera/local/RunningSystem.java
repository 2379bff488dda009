package dev.newera.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newera.embedded.Database;
import dev.newera.embedded.Folders;
import dev.newera.embedded.Ports;
import dev.newera.embedded.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The whole system as a person runs it: the packaged launcher, a process, with its four processes, on a data folder
 * of its own. What tests do to a part they do by the process ids of {@code run.json}, as any script could.
 */
public final class RunningSystem implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path data;
    private final Optional<SmallDisk> disk;
    private final int httpPort = Ports.free();
    private final Map<String, String> environment = new HashMap<>();
    private Process launcher;

    /** What happens while a part ends. */
    @FunctionalInterface
    public interface Meanwhile {
        void happens() throws IOException;
    }

    public RunningSystem(Path data) {
        this(data, Optional.empty());
    }

    /** One that keeps a part of its data on a disk that can be filled. */
    public RunningSystem(Path data, SmallDisk disk) {
        this(data, Optional.of(disk));
    }

    private RunningSystem(Path data, Optional<SmallDisk> disk) {
        this.data = data;
        this.disk = disk;
    }

    /** All parts get these variables too. */
    public RunningSystem with(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    /** Returns when the launcher says that all is ready. */
    public RunningSystem start(String... more) throws IOException {
        Files.createDirectories(data);
        Files.deleteIfExists(output());
        var options = Stream.of("--data", data.toString(), "--http-port", Integer.toString(httpPort));
        launcher = launch(Stream.concat(options, Stream.of(more)).toArray(String[]::new));
        try {
            await().atMost(PATIENCE).until(() -> !launcher.isAlive() || said().contains("Ready."));
            assertThat(said()).contains("Ready.");
            return this;
        } catch (RuntimeException | AssertionError e) {
            // Nobody else would: a system that was not handed over is closed by no one.
            launcher.destroy();
            throw e;
        }
    }

    /** Runs the launcher with these options; what it says can be read by {@link #said}. */
    public Process launch(String... options) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<String>();
        disk.ifPresent(small -> command.addAll(small.prefix(data)));
        command.addAll(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar"));
        command.add(System.getProperty("local.jar"));
        command.addAll(List.of(options));
        var program = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output().toFile());
        program.environment().putAll(environment);
        return program.start();
    }

    /** The lines that a part has logged, by the name that it has in a command line. */
    public List<String> log(String part) throws IOException {
        return Files.readAllLines(data.resolve("logs").resolve(part + ".log"));
    }

    /** All that the launcher has said since it was launched. */
    public String said() throws IOException {
        return Files.readString(output());
    }

    public ChatApi chatApi() {
        return new ChatApi("http://127.0.0.1:" + httpPort);
    }

    public String bootstrapServers() throws IOException {
        return entry("kafka").orElseThrow().path("url").asText();
    }

    /** The port is the same after each start, so this holds also while the server is away. */
    public Database database() throws IOException {
        return Database.at(entry("postgres").orElseThrow().path("port").asInt());
    }

    /** What a service says of itself. */
    public Health health(String service) throws IOException {
        return new Health(entry(service).orElseThrow().path("management").asText());
    }

    /** The process of a part, by its name in {@code run.json}. */
    public ProcessHandle process(String part) throws IOException {
        return running(part).orElseThrow(() -> new AssertionError(part + " does not run"));
    }

    /** Files and connections that a part has open; Linux only. */
    public int openFiles(String part) throws IOException {
        try (var open = Files.list(Path.of("/proc", "" + process(part).pid(), "fd"))) {
            return (int) open.count();
        }
    }

    /** Leaves no room on the small disk. */
    public void fillDisk() throws IOException {
        disk.orElseThrow().fill(data, launcher.toHandle());
    }

    public void freeDisk() throws IOException {
        disk.orElseThrow().free(data, launcher.toHandle());
    }

    /** The memory that a part has for itself at this moment. */
    public long kilobytes(String part) throws IOException {
        var asked =
                new ProcessBuilder("ps", "-o", "rss=", "-p", "" + process(part).pid()).start();
        return Long.parseLong(new String(asked.getInputStream().readAllBytes(), US_ASCII).strip());
    }

    /** By SIGKILL: the process has no say in it. */
    public void kill(String part) throws IOException {
        var process = process(part);
        process.destroyForcibly();
        assertThat(Processes.awaitEnd(process, PATIENCE)).isTrue();
    }

    /** Waits until a killed part runs again. */
    public void awaitRunning(String part) {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> running(part).isPresent());
    }

    /** Waits until a service says that it is ready, which of a killed one is after it was started again. */
    public void awaitReady(String service) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> running(service).isPresent() && health(service).isReady());
    }

    /** Kills a part and keeps it down until it is released. */
    public void holdDown(String part) throws IOException {
        hold(part);
        kill(part);
        await().atMost(PATIENCE).ignoreExceptions().until(() -> entry(part).isEmpty());
    }

    /** Asks a part to end, by SIGTERM, and keeps it down until it is released. */
    public void putDown(String part) throws IOException {
        putDown(part, () -> {});
    }

    /** The same, and something happens when it has been asked to. */
    public void putDown(String part, Meanwhile meanwhile) throws IOException {
        hold(part);
        terminate(part, meanwhile);
        await().atMost(PATIENCE).ignoreExceptions().until(() -> entry(part).isEmpty());
    }

    public void release(String part) throws IOException {
        Files.delete(holdFile(part));
        awaitRunning(part);
    }

    /** By SIGSTOP, with its children: the process is there, its connections are open, and nothing moves. */
    public void freeze(String part) throws IOException {
        signal("STOP", process(part));
    }

    public void thaw(String part) throws IOException {
        signal("CONT", process(part));
    }

    /** By SIGTERM: the part may finish what it does; then it is started again. */
    public void terminate(String part) throws IOException {
        terminate(part, () -> {});
    }

    private void terminate(String part, Meanwhile meanwhile) throws IOException {
        var process = process(part);
        process.destroy();
        meanwhile.happens();
        assertThat(Processes.awaitEnd(process, PATIENCE)).isTrue();
    }

    /** By SIGKILL, and the parts are left without one who looks after them. */
    public void killLauncher() {
        launcher.destroyForcibly().onExit().join();
    }

    /** By SIGTERM; tells the exit code. */
    public int terminate() {
        launcher.destroy();
        return launcher.onExit().orTimeout(PATIENCE.toSeconds(), SECONDS).join().exitValue();
    }

    /** Stops the system and throws its data away; its logs stay, for whoever wants to know what happened. */
    @Override
    public void close() throws IOException {
        if (launcher != null) terminate();
        Folders.delete(data.resolve("postgres-18"));
        Folders.delete(data.resolve("kafka-4.1"));
    }

    private Optional<ProcessHandle> running(String part) throws IOException {
        return entry(part)
                .flatMap(entry -> ProcessHandle.of(entry.path("pid").asLong()))
                .filter(Processes::isRunning);
    }

    private Optional<JsonNode> entry(String part) throws IOException {
        var file = data.resolve("run.json");
        return Files.exists(file)
                ? Optional.ofNullable(JSON.readTree(file.toFile()).get(part))
                : Optional.empty();
    }

    private static void signal(String name, ProcessHandle process) throws IOException {
        var command = new ArrayList<>(List.of("kill", "-" + name));
        Stream.concat(Stream.of(process), process.descendants()).forEach(each -> command.add("" + each.pid()));
        new ProcessBuilder("/bin/sh", "-c", String.join(" ", command))
                .start()
                .onExit()
                .join();
    }

    private void hold(String part) throws IOException {
        Files.createDirectories(holdFile(part).getParent());
        Files.writeString(holdFile(part), "");
    }

    private Path holdFile(String part) {
        return data.resolve("hold").resolve(part.replace('_', '-'));
    }

    private Path output() {
        return data.resolve("launcher.log");
    }

    /** A folder under {@code target}: what a failed test leaves can be looked at. */
    public static Path freshFolder(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "runs")), name + "-")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
