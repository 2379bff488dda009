package dev.newera.embedded.kafka;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/** A topic as the event contract describes it: how many partitions it has, and its own settings. */
public record Topic(String name, int partitions, Map<String, String> settings) {

    /** The broker's own number of replicas: the contract's is for a cluster, and here is one broker. */
    NewTopic toCreate() {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
    }
}
