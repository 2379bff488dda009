package dev.newera.bench.system;

import dev.newera.embedded.Database;
import dev.newera.embedded.Durability;
import dev.newera.embedded.Folders;
import dev.newera.embedded.Ports;
import dev.newera.embedded.kafka.KafkaMain;
import dev.newera.embedded.postgres.PostgresServer;
import dev.newera.embedded.postgres.PostgresSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL that forces each commit to disk, a Kafka, and chat-api as it is packaged, each a process of its own on loopback.
 * Their data lies in the build's folder, which is on a disk where a temporary folder may be memory, and goes when the stage is
 * closed.
 */
public final class Stage implements AutoCloseable {
    /** Bounded, so that what is measured is the memory that a deployment would give it. */
    private static final List<String> CHAT_API_JVM = List.of("-Xms384m", "-Xmx384m");

    private final Path checkout;
    private final Path folder;
    private final List<Integer> ports = Ports.free(5);
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private PostgresServer postgres;
    private Program kafka;
    private Service chatApi;

    private Stage(Path checkout, Path folder) {
        this.checkout = checkout;
        this.folder = folder;
    }

    /** Returns when chat-api is ready for requests; in the checkout everything has been packaged. */
    public static Stage start(Path checkout) {
        try {
            var target = Files.createDirectories(checkout.resolve("deploy/bench/target"));
            var stage = new Stage(checkout, Files.createTempDirectory(target, "stage-"));
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close, "stage-end"));
            return stage.started();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stage started() {
        try {
            postgres = begun(PostgresServer.start(new PostgresSettings(
                    folder.resolve("postgres"), folder.resolve("postgres.log"), ports.get(0), Durability.DURABLE)));
            kafka = broker();
            chatApi = chatApi("chat-api", ports.get(3), ports.get(4));
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private <T extends AutoCloseable> T begun(T part) {
        running.push(part);
        return part;
    }

    private Program broker() {
        var data = folder.resolve("kafka");
        var arguments = List.of(
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                KafkaMain.class.getName(),
                data.toString(),
                "" + ports.get(1),
                "" + ports.get(2));
        return begun(Program.start(folder.resolve("kafka.log"), arguments, Map.of()))
                .await(() -> Files.exists(KafkaMain.readyFile(data)));
    }

    private Service chatApi(String name, int port, int management) {
        var arguments = new ArrayList<>(CHAT_API_JVM);
        arguments.add("-jar");
        arguments.add(
                checkout.resolve("chat-api/target/quarkus-app/quarkus-run.jar").toString());
        var environment = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                database().jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME",
                database().user(),
                "QUARKUS_DATASOURCE_PASSWORD",
                database().password(),
                "KAFKA_BOOTSTRAP_SERVERS",
                bootstrapServers(),
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                "" + port,
                "QUARKUS_MANAGEMENT_HOST",
                "127.0.0.1",
                "QUARKUS_MANAGEMENT_PORT",
                "" + management);
        var program = begun(Program.start(folder.resolve(name + ".log"), arguments, environment))
                .await(() -> isReady(management));
        return new Service(program, port);
    }

    private static boolean isReady(int management) {
        try {
            var url = URI.create("http://127.0.0.1:" + management + "/q/health/ready")
                    .toURL();
            return ((HttpURLConnection) url.openConnection()).getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false; // Nobody listens there yet.
        }
    }

    /** The chat-api that the stage began with. */
    public Service chatApi() {
        return chatApi;
    }

    public Database database() {
        return postgres.database();
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + ports.get(1);
    }

    ProcessHandle kafkaProcess() {
        return kafka.handle();
    }

    ProcessHandle postgresProcess() {
        return postgres.process().orElseThrow();
    }

    /** Whatever has been started ends, the last one first. */
    @Override
    public synchronized void close() {
        try {
            while (!running.isEmpty()) {
                running.pop().close();
            }
            Folders.delete(folder);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
