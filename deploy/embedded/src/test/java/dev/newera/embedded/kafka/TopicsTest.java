package dev.newera.embedded.kafka;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TopicsTest {

    @Test
    void a_channel_with_a_kafka_binding_is_a_topic() {
        var topics = read("""
                channels:
                  tweets:
                    address: chat.tweets.v1
                    bindings:
                      kafka:
                        partitions: 12
                        replicas: 3
                        topicConfiguration:
                          cleanup.policy: [compact, delete]
                          retention.ms: 604800000
                """);

        assertThat(topics)
                .containsExactly(new Topic(
                        "chat.tweets.v1", 12, Map.of("cleanup.policy", "compact,delete", "retention.ms", "604800000")));
    }

    @Test
    void a_channel_without_a_binding_has_one_partition_and_no_settings() {
        assertThat(read("channels: {codebooks: {address: chat.codebooks.v1}}"))
                .containsExactly(new Topic("chat.codebooks.v1", 1, Map.of()));
    }

    @Test
    void the_contract_spreads_the_chat_over_partitions_and_keeps_codebooks_in_one() {
        var partitions = Topics.ofContract().stream().collect(toMap(Topic::name, Topic::partitions));

        assertThat(partitions)
                .containsEntry("chat.tweets.v1", 12)
                .containsEntry("chat.retag.v1", 12)
                .containsEntry("chat.taggings.v1", 12)
                .containsEntry("chat.codebooks.v1", 1);
    }

    private static List<Topic> read(String document) {
        return Topics.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    }
}
