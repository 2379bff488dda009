package dev.newera.embedded.kafka;

import static org.apache.kafka.clients.CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends records to the topic of one partition that the contract has, and reads them all. */
final class Records {

    private static final TopicPartition PARTITION = new TopicPartition("chat.codebooks.v1", 0);

    private Records() {}

    static void send(String bootstrapServers, String value) {
        send(bootstrapServers, value, Map.of());
    }

    static void send(String bootstrapServers, String value, Map<String, Object> settings) {
        sendTo(PARTITION.topic(), bootstrapServers, value, settings);
    }

    static void sendTo(String topic, String bootstrapServers, String value, Map<String, Object> special) {
        var settings = new HashMap<>(special);
        settings.put(BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put("max.block.ms", 3_000);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "new-era", value)).get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static List<String> read(String bootstrapServers) {
        Map<String, Object> settings = Map.of(BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
            var values = new ArrayList<String>();
            while (consumer.position(PARTITION) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }
}
