package dev.newera.local.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newera.embedded.Ports;
import dev.newera.local.ChatApi;
import dev.newera.local.Health;
import dev.newera.local.RunningSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A second chat-api, as it is packaged, on the database and the broker of a running system. */
final class Replica implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Process process;
    private final int port;

    private Replica(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns when it is ready. */
    static Replica of(RunningSystem system) throws IOException {
        var ports = Ports.free(2);
        var replica = new Replica(start(system, ports), ports.get(0));
        var health = new Health("http://127.0.0.1:" + ports.get(1));
        await().atMost(PATIENCE).ignoreExceptions().until(() -> !replica.process.isAlive() || health.isReady());
        assertThat(replica.process.isAlive()).isTrue();
        return replica;
    }

    private static Process start(RunningSystem system, List<Integer> ports) throws IOException {
        var jar = Path.of("../../chat-api/target/quarkus-app/quarkus-run.jar").toAbsolutePath();
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var program = new ProcessBuilder(java.toString(), "-XX:TieredStopAtLevel=1", "-Xmx256m", "-jar", "" + jar)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "replica.log").toFile());
        var environment = program.environment();
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", system.database().jdbcUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", system.database().user());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", system.database().password());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", system.bootstrapServers());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", "" + ports.get(0));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", "" + ports.get(1));
        return program.start();
    }

    ChatApi chatApi() {
        return new ChatApi("http://127.0.0.1:" + port);
    }

    /** By SIGTERM: it may finish what it does. */
    void terminate() {
        process.destroy();
        process.onExit().join();
    }

    /** By SIGKILL, if it still runs. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
