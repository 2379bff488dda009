package dev.newera.tagging.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** The log as the worker's neighbours see it: they write events to its topics, and read topics whole. */
final class ChatLog implements AutoCloseable {

    static final String TWEETS = "chat.tweets.v1";
    static final String RETAG = "chat.retag.v1";
    static final String CODEBOOKS = "chat.codebooks.v1";
    static final String TAGGINGS = "chat.taggings.v1";

    static final String POSTED = "dev.newera.tweet.posted.v1";
    static final String ERASED = "dev.newera.tweet.erased.v1";
    static final String RETAG_REQUESTED = "dev.newera.retag.requested.v1";
    static final String PUBLISHED = "dev.newera.codebook.published.v1";

    private static final String BROKER = System.getProperty("kafka.bootstrap.servers");

    private final KafkaProducer<String, String> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", BROKER, "max.request.size", 4_000_000, "compression.type", "gzip"),
            new StringSerializer(),
            new StringSerializer());

    static String deadLettersOf(String topic) {
        return topic + ".tagging-worker.dlq";
    }

    /** Topics that the contract does not have; those that are there already stay as they are. */
    static void create(String... topics) {
        try (var admin = admin()) {
            var missing = new TreeSet<>(List.of(topics));
            missing.removeAll(admin.listTopics().names().get());
            admin.createTopics(missing.stream()
                            .map(topic -> new NewTopic(topic, 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    void write(String topic, String type, String key, String value) {
        writeWith(Map.of("ce_type", type), topic, key, value);
    }

    void writeWith(Map<String, String> headers, String topic, String key, String value) {
        var record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, content) -> record.headers().add(name, content.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    List<ConsumerRecord<String, String>> read(String topic, String key) {
        return read(topic).stream().filter(record -> key.equals(record.key())).toList();
    }

    List<ConsumerRecord<String, String>> read(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", BROKER), new StringDeserializer(), new StringDeserializer())) {
            var partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return readTo(consumer.endOffsets(partitions), consumer);
        }
    }

    /** How many records the topic holds that the group has not yet committed. */
    long lag(String group, String topic) throws Exception {
        try (var admin = admin();
                var consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", BROKER), new StringDeserializer(), new StringDeserializer())) {
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return consumer.endOffsets(partitions(consumer, topic)).entrySet().stream()
                    .mapToLong(end -> end.getValue() - offset(committed.get(end.getKey())))
                    .sum();
        }
    }

    static void eventually(ThrowingRunnable check) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(check);
    }

    @Override
    public void close() {
        producer.close();
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", BROKER));
    }

    private static long offset(OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private static Collection<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .collect(Collectors.toList());
    }

    private static List<ConsumerRecord<String, String>> readTo(
            Map<TopicPartition, Long> ends, KafkaConsumer<String, String> consumer) {
        var records = new ArrayList<ConsumerRecord<String, String>>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(50)).forEach(records::add);
        }
        return records;
    }
}
