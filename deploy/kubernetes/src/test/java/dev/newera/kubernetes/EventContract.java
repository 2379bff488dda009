package dev.newera.kubernetes;

import static dev.newera.kubernetes.Manifest.each;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What docs/events/asyncapi.yaml says about topics, and about who reads and who writes them. */
record EventContract(JsonNode document) {

    static EventContract read() {
        try {
            var file = Path.of(System.getProperty("docs.events"), "asyncapi.yaml");
            return new EventContract(new YAMLMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Topic> topics() {
        return each(document.path("channels")).map(EventContract::topic).toList();
    }

    /** By topic, what a service needs to be allowed; its dead letters go to topics that end with its name. */
    Map<String, Set<String>> rights(String service) {
        var rights = new TreeMap<String, Set<String>>();
        each(document.path("operations"))
                .filter(operation -> operation.path("title").asText().startsWith(service + " "))
                .forEach(operation -> grant(
                        rights,
                        address(operation),
                        operation.path("action").asText().equals("send") ? "Write" : "Read"));
        topics().stream()
                .map(Topic::name)
                .filter(name -> name.endsWith("." + service + ".dlq"))
                .forEach(name -> grant(rights, name, "Write"));
        return rights;
    }

    private static void grant(Map<String, Set<String>> rights, String topic, String right) {
        rights.computeIfAbsent(topic, it -> new TreeSet<>(Set.of("Describe"))).add(right);
    }

    private String address(JsonNode operation) {
        var channel = operation.at("/channel/$ref").asText().substring(1);
        return document.at(channel).path("address").asText();
    }

    private static Topic topic(JsonNode channel) {
        var kafka = channel.at("/bindings/kafka");
        var settings = new TreeMap<String, String>();
        kafka.path("topicConfiguration")
                .properties()
                .forEach(setting -> settings.put(setting.getKey(), value(setting.getValue())));
        return new Topic(
                channel.path("address").asText(),
                kafka.path("partitions").asInt(),
                kafka.path("replicas").asInt(),
                settings);
    }

    private static String value(JsonNode setting) {
        return setting.isArray() ? each(setting).map(JsonNode::asText).collect(joining(",")) : setting.asText();
    }
}
