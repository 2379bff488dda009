package dev.newera.local;

import static org.apache.kafka.clients.CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newera.embedded.kafka.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The log between the services, as one who stands beside it sees and disturbs it. */
public record Events(String bootstrapServers) {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** The newest event of a key, sent again as it is: key, value and headers. Returns when the group has read it. */
    void sendAgain(String topic, String key, String group) throws Exception {
        try (var producer = producer()) {
            var sent = producer.send(again(newest(topic, key))).get();
            awaitRead(group, Map.of(new TopicPartition(topic, sent.partition()), sent.offset() + 1));
        }
    }

    /** Every event of these keys, sent again in no order; returns when the group has read them. */
    public void sendAgain(String topic, Set<String> keys, String group, Random dice) {
        var events = all(topic);
        events.removeIf(event -> !keys.contains(event.key()));
        Collections.shuffle(events, dice);
        try (var producer = producer()) {
            for (var event : events) producer.send(again(event));
        }
        awaitRead(topic, group);
    }

    /** The newest event of a key, sent again with another value. */
    public void sendChanged(String topic, String key, Change change) throws Exception {
        var newest = newest(topic, key);
        try (var producer = producer()) {
            producer.send(new ProducerRecord<>(
                            topic, newest.partition(), key, change.of(newest.value()), newest.headers()))
                    .get();
        }
    }

    /** What becomes of a value. */
    public interface Change {
        byte[] of(byte[] value) throws IOException;
    }

    /** How many events the topic has had, if nothing of it has gone. */
    public long count(String topic) {
        try (var consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer, topic)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** What all topics take on the brokers' disks. */
    public long bytes() {
        return Topics.bytes(bootstrapServers).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Lets the group read the topic from its beginning; nobody may be in the group, or only one that was killed just now. */
    public void moveToBeginning(String topic, String group) {
        try (var consumer = consumer();
                var admin = Admin.create(client())) {
            var begin = new HashMap<TopicPartition, OffsetAndMetadata>();
            consumer.beginningOffsets(partitions(consumer, topic))
                    .forEach((partition, offset) -> begin.put(partition, new OffsetAndMetadata(offset)));
            await().atMost(PATIENCE).ignoreExceptions().until(() -> {
                admin.alterConsumerGroupOffsets(group, begin).all().get();
                return true;
            });
        }
    }

    /** Waits until the group has read the topic to its end. */
    public void awaitRead(String topic, String group) {
        try (var consumer = consumer()) {
            var ends = consumer.endOffsets(partitions(consumer, topic));
            ends.values().removeIf(end -> end == 0);
            awaitRead(group, ends);
        }
    }

    private void awaitRead(String group, Map<TopicPartition, Long> ends) {
        try (var admin = Admin.create(client())) {
            await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
                var read = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                assertThat(ends)
                        .allSatisfy((partition, end) ->
                                assertThat(read.get(partition).offset()).isGreaterThanOrEqualTo(end));
            });
        }
    }

    private ConsumerRecord<String, byte[]> newest(String topic, String key) {
        var newest = new HashMap<String, ConsumerRecord<String, byte[]>>();
        all(topic).forEach(event -> newest.put(event.key(), event));
        return newest.get(key);
    }

    private List<ConsumerRecord<String, byte[]>> all(String topic) {
        try (var consumer = consumer()) {
            var partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var events = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(events::add);
            }
            return events;
        }
    }

    private static ProducerRecord<String, byte[]> again(ConsumerRecord<String, byte[]> event) {
        return new ProducerRecord<>(event.topic(), event.partition(), event.key(), event.value(), event.headers());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return IntStream.range(0, consumer.partitionsFor(topic).size())
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList();
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(client(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(client(), new StringSerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> client() {
        return Map.of(BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    }
}
