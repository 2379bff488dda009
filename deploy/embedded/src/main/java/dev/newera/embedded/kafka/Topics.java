package dev.newera.embedded.kafka;

import dev.newera.embedded.StartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Node;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The topics that the event contract names, read from {@code docs/events/asyncapi.yaml}, the one place they stand. */
public final class Topics {

    private static final String CONTRACT = "/docs/events/asyncapi.yaml";

    private Topics() {}

    /** Every topic of the contract that this was built with. */
    public static List<Topic> ofContract() {
        try (var contract = Topics.class.getResourceAsStream(CONTRACT)) {
            if (contract == null) throw new StartFailure("docs/events/asyncapi.yaml was not there at the build.");
            return read(contract);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every channel of an AsyncAPI 3 document; its Kafka binding tells the partitions and settings. */
    static List<Topic> read(InputStream document) {
        Map<String, Object> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(document);
        return section(root, "channels").values().stream()
                .map(channel -> topic(section(channel)))
                .toList();
    }

    /** Creates those that are not there yet and returns when clients can use them; leaves the others as they are. */
    public static void create(String bootstrapServers, Collection<Topic> topics) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            var present = admin.listTopics().names().get();
            var missing = topics.stream().filter(topic -> !present.contains(topic.name()));
            admin.createTopics(missing.map(Topic::toCreate).toList()).all().get();
        } catch (ExecutionException e) {
            throw new StartFailure(
                    "The topics could not be created: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while the topics were created.", e);
        }
    }

    /** How many bytes each topic takes on the disks of all brokers. */
    public static Map<String, Long> bytes(String bootstrapServers) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            var brokers =
                    admin.describeCluster().nodes().get().stream().map(Node::id).toList();
            return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                    .flatMap(disks -> disks.values().stream())
                    .flatMap(disk -> disk.replicaInfos().entrySet().stream())
                    .collect(Collectors.groupingBy(
                            replica -> replica.getKey().topic(),
                            TreeMap::new,
                            Collectors.summingLong(replica -> replica.getValue().size())));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Topic topic(Map<String, Object> channel) {
        var kafka = section(section(channel, "bindings"), "kafka");
        var settings = section(kafka, "topicConfiguration").entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> setting(entry.getValue())));
        return new Topic((String) channel.get("address"), (int) kafka.getOrDefault("partitions", 1), settings);
    }

    private static String setting(Object value) {
        return value instanceof Collection<?> words
                ? words.stream().map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(value);
    }

    private static Map<String, Object> section(Map<String, Object> parent, String name) {
        return section(parent.getOrDefault(name, Map.of()));
    }

    @SuppressWarnings("unchecked") // YAML keys of this document are text.
    private static Map<String, Object> section(Object value) {
        return (Map<String, Object>) value;
    }
}
