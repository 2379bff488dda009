package dev.newera.chat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Kafka as anyone outside sees it: a plain client on the broker of the tests. */
public final class Topics implements AutoCloseable {
    private static final String BROKER = System.getProperty("kafka.bootstrap.servers");

    private final KafkaProducer<String, String> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", BROKER, "acks", "all"), new StringSerializer(), new StringSerializer());

    /** Sends what a tagger says and waits until the broker has it. */
    public void send(String topic, String key, String value) {
        sendAs("dev.newera.tweet.tagged.v1", topic, key, value);
    }

    /** The same as an event of any type. */
    public void sendAs(String type, String topic, String key, String value) {
        var record = new ProducerRecord<>(topic, key, value);
        record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        send(record);
    }

    public void send(ProducerRecord<String, String> record) {
        try {
            producer.send(record).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every record of the topic, from its beginning to where it ends now. */
    public static List<ConsumerRecord<String, String>> all(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        BROKER,
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(it -> new TopicPartition(topic, it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, String>>();
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** The records of one key. */
    public static List<ConsumerRecord<String, String>> of(String topic, String key) {
        return all(topic).stream().filter(it -> key.equals(it.key())).toList();
    }

    public static Optional<String> header(ConsumerRecord<?, ?> record, String name) {
        return StreamSupport.stream(record.headers().headers(name).spliterator(), false)
                .findFirst()
                .map(it -> new String(it.value(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
