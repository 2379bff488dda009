package dev.newera.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newera.embedded.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One more instance of a service beside the one that the launcher looks after, on the same database and topics. */
public final class Replica implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String url;
    private final Health health;
    private final Process process;

    private Replica(String url, Health health, Process process) {
        this.url = url;
        this.health = health;
        this.process = process;
    }

    /** Starts it; it is not ready yet. */
    public static Replica of(RunningSystem system, String service) throws IOException {
        return of(system, service, Map.of());
    }

    /** The same with settings of its own. */
    public static Replica of(RunningSystem system, String service, Map<String, String> settings) throws IOException {
        return of(system, checkout(), service, settings);
    }

    /** One that was built in another checkout. */
    public static Replica of(RunningSystem system, Path checkout, String service) throws IOException {
        return of(system, checkout, service, Map.of());
    }

    private static Replica of(RunningSystem system, Path checkout, String service, Map<String, String> settings)
            throws IOException {
        var ports = Ports.free(2);
        var program = program(checkout, service)
                .redirectErrorStream(true)
                .redirectOutput(log(service).toFile());
        program.environment().putAll(environment(system, ports.get(0), ports.get(1)));
        program.environment().putAll(settings);
        return new Replica(
                "http://127.0.0.1:" + ports.get(0), new Health("http://127.0.0.1:" + ports.get(1)), program.start());
    }

    /** What a command of the service says, which ends well. */
    public static String command(RunningSystem system, String service, String... words) throws IOException {
        var program =
                program(checkout(), service, words).redirectError(log("command").toFile());
        program.environment().putAll(environment(system, 0, 0));
        var command = program.start();
        var said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(command.onExit().join().exitValue()).as(said).isZero();
        return said.strip();
    }

    private static ProcessBuilder program(Path checkout, String service, String... words) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-jar",
                checkout.resolve(service)
                        .resolve("target/quarkus-app/quarkus-run.jar")
                        .toString()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command);
    }

    /** Returns when it answers that it is ready. */
    public Replica awaitReady() {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> !process.isAlive() || health.isReady());
        assertThat(process.isAlive()).isTrue();
        return this;
    }

    public String url() {
        return url;
    }

    public Health health() {
        return health;
    }

    public ChatApi chatApi() {
        return new ChatApi(url);
    }

    /** By SIGTERM: it may finish what it does. */
    public void terminate() {
        process.destroy();
        process.onExit().join();
    }

    /** By SIGKILL, if it still runs. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static Map<String, String> environment(RunningSystem system, int port, int managementPort)
            throws IOException {
        var database = system.database();
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                system.bootstrapServers(),
                "QUARKUS_DATASOURCE_JDBC_URL",
                database.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME",
                database.user(),
                "QUARKUS_DATASOURCE_PASSWORD",
                database.password(),
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                "" + port,
                "QUARKUS_MANAGEMENT_HOST",
                "127.0.0.1",
                "QUARKUS_MANAGEMENT_PORT",
                "" + managementPort);
    }

    /** {@code local.jar} stands in deploy/local/target of the checkout that the services were built in. */
    private static Path checkout() {
        return Path.of(System.getProperty("local.jar")).resolve("../../../..").normalize();
    }

    private static Path log(String service) throws IOException {
        return RunningSystem.freshFolder("replica").resolve(service + ".log");
    }
}
