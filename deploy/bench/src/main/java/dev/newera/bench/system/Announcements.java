package dev.newera.bench.system;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The tweets that Kafka has been told of since this was opened. */
public final class Announcements implements AutoCloseable {
    private static final String TOPIC = "chat.tweets.v1";
    /** Held here, because Java forgets what nobody holds: how a consumer comes and goes is no news between the figures. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KafkaConsumer<String, byte[]> consumer;

    private Announcements(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Those from now on. */
    public static Announcements fromNow(Stage stage) {
        KAFKA.setLevel(Level.WARNING);
        var consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) stage.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // A place is looked up when it is asked for, not when it is named.
        partitions.forEach(consumer::position);
        return new Announcements(consumer);
    }

    /** Fails unless each of these was announced, once, and nothing else. */
    public void requireEachOnce(Collection<UUID> tweets) {
        var announced = new HashMap<UUID, Integer>();
        for (var records = consumer.poll(PATIENCE); !records.isEmpty(); records = consumer.poll(PATIENCE)) {
            records.forEach(announcement -> announced.merge(UUID.fromString(announcement.key()), 1, Integer::sum));
        }
        if (!announced.keySet().equals(new HashSet<>(tweets))) {
            throw new IllegalStateException("Wrong answer: tweets announced: %d, stored: %d, and not the same ones"
                    .formatted(announced.size(), tweets.size()));
        }
        if (announced.values().stream().anyMatch(times -> times > 1)) {
            throw new IllegalStateException("Wrong answer: a tweet was announced twice though nothing failed");
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
