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
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A PostgreSQL that forces each commit to disk, a Kafka, and chat-api as it is packaged, each a process of its own on loopback.
 * Their data lies in the build's folder, which is on a disk where a temporary folder may be memory, and goes when the stage is
 * closed.
 */
public final class Stage implements AutoCloseable {
    /** Megabytes, bounded, so that what is measured has the memory that a deployment would give it. */
    private static final int CHAT_API_MEMORY = 384;

    private static final int WORKER_MEMORY = 256;
    private static final int COMMAND_MEMORY = 128;
    private static final String CHAT_API = "chat-api";
    private static final String WORKER = "tagging-worker";

    /** Options of a connection, as a URL carries them. */
    private static final String EXPLAIN = Stream.of(
                    "session_preload_libraries=auto_explain",
                    "auto_explain.log_min_duration=0",
                    "auto_explain.log_format=json")
            .map(option -> "-c%20" + option)
            .collect(Collectors.joining("%20"));

    private final Path checkout;
    private final Path folder;
    private final List<Integer> ports = Ports.free(9);
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private PostgresServer postgres;
    private Program kafka;
    private Service chatApi;
    private Service worker;

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
            postgres = begun(PostgresServer.start(
                    new PostgresSettings(folder.resolve("postgres"), postgresLog(), ports.get(0), Durability.DURABLE)));
            kafka = broker();
            chatApi = chatApi(CHAT_API, database().jdbcUrl(), ports.get(3), ports.get(4));
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

    private Service chatApi(String name, String database, int port, int management) {
        return service(CHAT_API, name, CHAT_API_MEMORY, reaching(database), port, management);
    }

    private Map<String, String> reaching(String database) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                database,
                "QUARKUS_DATASOURCE_USERNAME",
                database().user(),
                "QUARKUS_DATASOURCE_PASSWORD",
                database().password());
    }

    private Service service(
            String module, String name, int megabytes, Map<String, String> more, int port, int management) {
        var memory = megabytes + "m";
        var environment = new HashMap<>(more);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", "" + port);
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", "" + management);
        var arguments = List.of("-Xms" + memory, "-Xmx" + memory, "-jar", jar(module));
        var program = begun(Program.start(folder.resolve(name + ".log"), arguments, environment))
                .await(() -> isReady(management));
        return new Service(program, port, management);
    }

    private String jar(String module) {
        return checkout.resolve(module)
                .resolve("target/quarkus-app/quarkus-run.jar")
                .toString();
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

    /** Another chat-api, for which PostgreSQL writes down the plan of each statement, as JSON, in {@link #postgresLog}. */
    public Service explained() {
        return chatApi("explained", database().jdbcUrl() + "?options=" + EXPLAIN, ports.get(5), ports.get(6));
    }

    /** Runs one of the commands by which operators look after a chat, to its end; fails unless it finds that all is well. */
    public void command(Duration most, String... words) {
        var arguments = new ArrayList<>(List.of("-Xmx" + COMMAND_MEMORY + "m", "-jar", jar(CHAT_API)));
        arguments.addAll(List.of(words));
        var environment = new HashMap<>(reaching(database().jdbcUrl()));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
        begun(Program.start(folder.resolve("command.log"), arguments, environment))
                .requireDone(most);
    }

    /** Begins to tag what is posted from now on. */
    public Service startWorker() {
        Backlog.forget(bootstrapServers());
        worker = service(WORKER, WORKER, WORKER_MEMORY, Map.of(), ports.get(7), ports.get(8));
        return worker;
    }

    /** What PostgreSQL writes while it runs. */
    public Path postgresLog() {
        return folder.resolve("postgres.log");
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

    /** The processes of each part that runs: PostgreSQL has one for each connection, children of the one that listens. */
    Map<String, List<ProcessHandle>> processes() {
        var processes = new LinkedHashMap<String, List<ProcessHandle>>();
        processes.put(CHAT_API, List.of(chatApi.process()));
        var listens = postgres.process().orElseThrow();
        processes.put(
                "PostgreSQL",
                Stream.concat(Stream.of(listens), listens.children()).toList());
        processes.put("Kafka", List.of(kafka.handle()));
        if (worker != null) {
            processes.put(WORKER, List.of(worker.process()));
        }
        return processes;
    }

    /** What is still in use after a collection in each part that is a Java, in MiB. */
    Map<String, Double> liveHeaps() {
        var heaps = new LinkedHashMap<String, Double>();
        heaps.put(CHAT_API, chatApi.liveHeap());
        heaps.put("Kafka", kafka.liveHeap());
        if (worker != null) {
            heaps.put(WORKER, worker.liveHeap());
        }
        return heaps;
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
