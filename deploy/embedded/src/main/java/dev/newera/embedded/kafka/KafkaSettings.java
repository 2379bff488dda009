package dev.newera.embedded.kafka;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Where a broker keeps its data, and the two ports it listens on: for clients, and for itself as the controller. */
public record KafkaSettings(Path data, int port, int controllerPort) {

    public KafkaSettings {
        data = data.toAbsolutePath().normalize();
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    Path logs() {
        return data.resolve("logs");
    }

    Properties properties() {
        var properties = new Properties();
        properties.putAll(identity());
        properties.putAll(oneOfEach());
        properties.putAll(quickReturn());
        properties.putAll(smallMachine());
        return properties;
    }

    private Map<String, String> identity() {
        return Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
                "controller.listener.names", "CONTROLLER",
                "inter.broker.listener.name", "PLAINTEXT",
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners", "PLAINTEXT://127.0.0.1:" + port,
                "log.dirs", logs().toString(),
                // A misspelt topic must fail, not appear.
                "auto.create.topics.enable", "false");
    }

    private static Map<String, String> oneOfEach() {
        return Map.of(
                "default.replication.factor", "1",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1");
    }

    private static Map<String, String> quickReturn() {
        return Map.of(
                // A broker that was killed is let back in after its session, by default 9 s.
                "broker.session.timeout.ms", "6000",
                "broker.heartbeat.interval.ms", "500",
                // A group of one worker has nobody to wait for.
                "group.initial.rebalance.delay.ms", "0");
    }

    private static Map<String, String> smallMachine() {
        return Map.of(
                "num.network.threads", "2",
                "num.io.threads", "2",
                "background.threads", "2",
                "num.recovery.threads.per.data.dir", "1",
                "log.cleaner.dedupe.buffer.size", "2097152");
    }
}
