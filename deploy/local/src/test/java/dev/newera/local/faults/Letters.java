package dev.newera.local.faults;

import static org.apache.kafka.clients.CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG;
import static org.apache.kafka.clients.CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG;

import dev.newera.embedded.kafka.Topic;
import dev.newera.embedded.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The dead letters that are news since a moment. One about a record that had a letter before is none: whoever reads a topic
 * again meets the same poison again.
 */
final class Letters {

    private static final List<TopicPartition> TOPICS = Topics.ofContract().stream()
            .map(Topic::name)
            .filter(name -> name.endsWith(".dlq"))
            .map(name -> new TopicPartition(name, 0))
            .toList();

    private final String bootstrapServers;
    private final Set<Place> known;

    private Letters(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.known = all().keySet();
    }

    static Letters fromNow(String bootstrapServers) {
        return new Letters(bootstrapServers);
    }

    /** The reason of each letter, by the place of the record that it is about. A letter that came twice stands once. */
    Map<Place, String> read() {
        var letters = all();
        letters.keySet().removeAll(known);
        return letters;
    }

    private Map<Place, String> all() {
        try (var consumer = consumer()) {
            consumer.assign(TOPICS);
            consumer.seekToBeginning(TOPICS);
            var ends = consumer.endOffsets(TOPICS);
            var letters = new LinkedHashMap<Place, String>();
            while (TOPICS.stream().anyMatch(topic -> consumer.position(topic) < ends.get(topic))) {
                consumer.poll(Duration.ofSeconds(1))
                        .forEach(letter -> letters.put(place(letter), header(letter, "reason")));
            }
            return letters;
        }
    }

    private static Place place(ConsumerRecord<byte[], byte[]> letter) {
        return new Place(
                header(letter, "topic"),
                Integer.parseInt(header(letter, "partition")),
                Long.parseLong(header(letter, "offset")));
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader("dead-letter-" + name).value(), StandardCharsets.UTF_8);
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
