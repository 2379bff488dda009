package dev.newera.chat.kafka;

import dev.newera.chat.operations.Reader;
import dev.newera.chat.operations.Readers;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The consumer groups of the chat's topics, as far as the broker lets us see them. */
final class KafkaReaders implements Readers {
    private static final String OURS = "chat.";

    private final Broker broker;

    KafkaReaders(Broker broker) {
        this.broker = broker;
    }

    @Override
    public List<Reader> all() {
        return broker.ask(KafkaReaders::all);
    }

    private static List<Reader> all(Admin admin) throws ExecutionException, InterruptedException {
        var groups = admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
                .map(GroupListing::groupId)
                .toList();
        var members = members(admin, groups);
        var places = places(admin, groups);
        var extent = Extent.of(admin, topics(places.values()));
        return places.entrySet().stream()
                .flatMap(group -> readers(group.getKey(), group.getValue(), extent, members))
                .sorted(Comparator.comparing(Reader::topic).thenComparing(Reader::group))
                .toList();
    }

    private static Map<String, Integer> members(Admin admin, Collection<String> groups)
            throws ExecutionException, InterruptedException {
        return admin.describeConsumerGroups(groups).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, it -> it.getValue().members().size()));
    }

    private static Map<String, Map<TopicPartition, OffsetAndMetadata>> places(Admin admin, Collection<String> groups)
            throws ExecutionException, InterruptedException {
        var all = groups.stream()
                .collect(Collectors.toMap(Function.identity(), it -> new ListConsumerGroupOffsetsSpec()));
        return admin.listConsumerGroupOffsets(all).all().get();
    }

    private static Set<String> topics(Collection<Map<TopicPartition, OffsetAndMetadata>> places) {
        return places.stream().flatMap(KafkaReaders::topics).collect(Collectors.toSet());
    }

    private static Stream<String> topics(Map<TopicPartition, OffsetAndMetadata> places) {
        return places.keySet().stream()
                .map(TopicPartition::topic)
                .filter(it -> it.startsWith(OURS))
                .distinct();
    }

    private static Stream<Reader> readers(
            String group, Map<TopicPartition, OffsetAndMetadata> places, Extent extent, Map<String, Integer> members) {
        return topics(places).map(topic -> new Reader(topic, group, extent.behind(topic, places), members.get(group)));
    }
}
