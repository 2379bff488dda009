package dev.newera.chat.kafka;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** From where to where topics reach at one moment. Compaction leaves gaps, so between two offsets there are at most so many records. */
record Extent(Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends) {

    static Extent of(Admin admin, Collection<String> topics) throws ExecutionException, InterruptedException {
        var partitions = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(Extent::partitions)
                .toList();
        return new Extent(
                offsets(admin, partitions, OffsetSpec.earliest()), offsets(admin, partitions, OffsetSpec.latest()));
    }

    private static Stream<TopicPartition> partitions(TopicDescription topic) {
        return IntStream.range(0, topic.partitions().size()).mapToObj(it -> new TopicPartition(topic.name(), it));
    }

    private static Map<TopicPartition, Long> offsets(
            Admin admin, Collection<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        var asked = partitions.stream().collect(Collectors.toMap(Function.identity(), it -> which));
        return admin.listOffsets(asked).all().get().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().offset()));
    }

    /** How far a reader with these places is behind; where it has none it will begin with the oldest record. */
    long behind(String topic, Map<TopicPartition, OffsetAndMetadata> places) {
        return ends.keySet().stream()
                .filter(it -> it.topic().equals(topic))
                .mapToLong(it -> Math.max(0, ends.get(it) - place(it, places.get(it))))
                .sum();
    }

    private long place(TopicPartition partition, OffsetAndMetadata place) {
        return place == null ? begins.get(partition) : Math.max(place.offset(), begins.get(partition));
    }
}
