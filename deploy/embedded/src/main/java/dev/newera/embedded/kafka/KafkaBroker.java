package dev.newera.embedded.kafka;

import dev.newera.embedded.StartFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** One Kafka broker inside this JVM. It answers clients when {@link #start} returns, with every topic in place. */
public final class KafkaBroker implements AutoCloseable {

    private final KafkaRaftServer server;
    private final KafkaSettings settings;

    private KafkaBroker(KafkaRaftServer server, KafkaSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    /** Starts a broker on the data that is there; where there is none, on an empty log. */
    public static KafkaBroker start(KafkaSettings settings) {
        try {
            format(settings);
            var server = new KafkaRaftServer(new KafkaConfig(settings.properties()), Time.SYSTEM);
            server.startup();
            Topics.create(settings.bootstrapServers(), Topics.ofContract());
            return new KafkaBroker(server, settings);
        } catch (IOException e) {
            throw new StartFailure("Kafka could not use " + settings.data() + ": " + e.getMessage(), e);
        }
    }

    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    /**
     * Tells the controller first, then stops. Without that word the next start would have to wait until the session of
     * the broker that went has ended.
     */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Waits until the broker has stopped, by whoever's wish. */
    public void await() {
        server.awaitShutdown();
    }

    private static void format(KafkaSettings settings) throws IOException {
        if (Files.exists(settings.logs().resolve("meta.properties"))) return;
        Files.createDirectories(settings.logs());
        var file = settings.data().resolve("server.properties");
        try (var out = Files.newOutputStream(file)) {
            settings.properties().store(out, null);
        }
        format(List.of("format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()));
    }

    private static void format(List<String> arguments) {
        var output = new ByteArrayOutputStream();
        int exitCode = StorageTool.execute(
                arguments.toArray(String[]::new), new PrintStream(output, true, StandardCharsets.UTF_8));
        if (exitCode != 0) {
            throw new StartFailure("Kafka could not make its data: " + output.toString(StandardCharsets.UTF_8));
        }
    }
}
