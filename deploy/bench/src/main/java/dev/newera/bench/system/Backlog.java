package dev.newera.bench.system;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What waits for the tagging-worker: tweets of a warm-up, which nobody needs tagged. */
final class Backlog {
    private static final String TWEETS = "chat.tweets.v1";
    private static final String GROUP = "tagging-worker";

    private Backlog() {}

    /** Puts the place that workers go on from at the end of what there is. No worker may be running. */
    static void forget(String bootstrapServers) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            var partitions = admin.describeTopics(List.of(TWEETS))
                    .allTopicNames()
                    .get()
                    .get(TWEETS)
                    .partitions();
            var ends = admin.listOffsets(partitions.stream()
                            .map(partition -> new TopicPartition(TWEETS, partition.partition()))
                            .collect(Collectors.toMap(Function.identity(), any -> OffsetSpec.latest())))
                    .all()
                    .get();
            var places = ends.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            end -> new OffsetAndMetadata(end.getValue().offset())));
            admin.alterConsumerGroupOffsets(GROUP, places).all().get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
