package dev.newera.local.faults;

import dev.newera.embedded.Ports;
import dev.newera.local.Health;
import dev.newera.local.RunningSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** One more instance of a service beside the one that the launcher looks after, on the same database and topics. */
final class Replica implements AutoCloseable {

    private final int port;
    private final Health health;
    private final Process process;

    private Replica(int port, Health health, Process process) {
        this.port = port;
        this.health = health;
        this.process = process;
    }

    /** Starts it; it is not ready yet. */
    static Replica of(RunningSystem system, String service, Map<String, String> settings) throws IOException {
        var ports = Ports.free(2);
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-jar",
                        jar(service).toString())
                .redirectErrorStream(true)
                .redirectOutput(log(service).toFile());
        program.environment().putAll(environment(system, ports.get(0), ports.get(1)));
        program.environment().putAll(settings);
        return new Replica(ports.get(0), new Health("http://127.0.0.1:" + ports.get(1)), program.start());
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    Health health() {
        return health;
    }

    /** Whether it answers that it is ready. */
    boolean isReady() {
        try {
            return health.isReady();
        } catch (IOException e) {
            return false; // It does not listen yet, or any more.
        }
    }

    /** By SIGTERM; tells the exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
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
    private static Path jar(String service) {
        return Path.of(System.getProperty("local.jar"))
                .resolve("../../../../" + service + "/target/quarkus-app/quarkus-run.jar")
                .normalize();
    }

    private static Path log(String service) throws IOException {
        return RunningSystem.freshFolder("replica").resolve(service + ".log");
    }
}
