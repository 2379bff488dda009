package dev.newera.bench.posting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** What chat-api's threads were at, by Java Flight Recorder: a sample counts for the first layer on its stack, from the top. */
final class Profile {
    private static final Map<String, String> LAYERS = layers();

    private Profile() {}

    /** What the beginning of a class's name says. */
    private static Map<String, String> layers() {
        var layers = new LinkedHashMap<String, String>();
        layers.put("com.twitter", "Twitter's rules");
        layers.put("dev.newera.chat.twitter", "Twitter's rules");
        layers.put("org.postgresql", "PostgreSQL's driver");
        layers.put("dev.newera.chat.postgres", "the write path and the change log");
        layers.put("com.fasterxml.jackson", "JSON");
        layers.put("org.apache.kafka", "Kafka's client");
        layers.put("net.jpountz", "Kafka's client");
        layers.put("io.smallrye.reactive.messaging", "messaging");
        layers.put("dev.newera.chat.kafka", "the relay");
        layers.put("org.jboss.resteasy", "the REST layer");
        layers.put("dev.newera.chat.http", "the resources");
        layers.put("io.smallrye.mutiny", "the REST layer");
        layers.put("io.quarkus", "the REST layer");
        layers.put("io.vertx", "HTTP");
        layers.put("io.netty", "HTTP");
        layers.put("dev.newera", "the chat's own rules");
        return layers;
    }

    /** Prints each layer's share of the samples in which a thread was running. */
    static void print(Path recording) {
        try {
            var samples = RecordingFile.readAllEvents(recording).stream()
                    .filter(event -> event.getEventType().getName().equals("jdk.ExecutionSample"))
                    .collect(Collectors.groupingBy(Profile::layer, Collectors.counting()));
            double all = samples.values().stream().mapToLong(Long::longValue).sum();
            System.out.println("| what chat-api's threads were at | share of samples |");
            System.out.println("|---|---:|");
            samples.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .forEach(it -> System.out.printf("| %s | %.1f %% |%n", it.getKey(), 100 * it.getValue() / all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String layer(RecordedEvent sample) {
        if (sample.getStackTrace() == null) {
            return "Java itself";
        }
        return sample.getStackTrace().getFrames().stream()
                .map(frame -> layer(frame.getMethod().getType()))
                .filter(layer -> !layer.isEmpty())
                .findFirst()
                .orElse("Java itself");
    }

    private static String layer(RecordedClass type) {
        return LAYERS.entrySet().stream()
                .filter(layer -> type.getName().startsWith(layer.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
