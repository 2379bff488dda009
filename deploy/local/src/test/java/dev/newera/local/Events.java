package dev.newera.local;

import static org.apache.kafka.clients.CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The log between the services, as one who stands beside it sees and disturbs it. */
record Events(String bootstrapServers) {

    /** The newest event of a key, sent again as it is: key, value and headers. Returns when the group has read it. */
    void sendAgain(String topic, String key, String group) throws Exception {
        var event = newest(topic, key);
        try (var producer = new KafkaProducer<>(client(), new StringSerializer(), new ByteArraySerializer())) {
            var again = new ProducerRecord<>(topic, event.partition(), key, event.value(), event.headers());
            var sent = producer.send(again).get();
            awaitRead(new TopicPartition(topic, sent.partition()), sent.offset(), group);
        }
    }

    private ConsumerRecord<String, byte[]> newest(String topic, String key) {
        try (var consumer = new KafkaConsumer<>(client(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var newest = new HashMap<String, ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(event -> newest.put(event.key(), event));
            }
            return newest.get(key);
        }
    }

    private void awaitRead(TopicPartition partition, long offset, String group) {
        try (var admin = Admin.create(client())) {
            await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> {
                var read = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                return read.get(partition).offset() > offset;
            });
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return IntStream.range(0, consumer.partitionsFor(topic).size())
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList();
    }

    private Map<String, Object> client() {
        return Map.of(BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    }
}
