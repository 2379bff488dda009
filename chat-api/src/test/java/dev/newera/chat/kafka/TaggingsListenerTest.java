package dev.newera.chat.kafka;

import static dev.newera.chat.Chat.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.chat.AcceptTagging;
import dev.newera.chat.Failure;
import dev.newera.chat.Tagging;
import dev.newera.chat.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A batch of taggings and a database that comes back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TaggingsListenerTest {
    private static final TopicPartition PLACE = new TopicPartition("chat.taggings.v1", 0);

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final TaggingsListener listener = new TaggingsListener(
            new AcceptTagging(this::keep, "new-era", "lexical"), new DeadLetters(null, meters), Traces.OFF, meters);
    private volatile boolean isDatabaseAway = true;

    private Map<Tagging, String> keep(List<Tagging> taggings) {
        if (isDatabaseAway) {
            throw Failure.unavailable(new IOException("no connection"));
        }
        return Map.of();
    }

    private double waiting() {
        return meters.get("chat.taggings.waiting").gauge().value();
    }

    @Test
    void what_the_database_does_not_take_is_told_by_the_figures_for_as_long_as_it_waits() throws IOException {
        var batch = batch();
        assertThat(waiting()).isZero();

        var taking = CompletableFuture.runAsync(() -> listener.take(batch));
        eventually(() -> assertThat(waiting()).isEqualTo(1));
        isDatabaseAway = false;
        taking.join();

        assertThat(waiting()).isZero();
    }

    private static ConsumerRecords<String, byte[]> batch() throws IOException {
        try (var example = TaggingsListenerTest.class.getResourceAsStream("/events/examples/tweet.tagged.v1.json")) {
            var value = example.readAllBytes();
            var tweet = Wire.read(value, TaggingEvent.class).tagging().tweetId().toString();
            var record = new ConsumerRecord<>(PLACE.topic(), PLACE.partition(), 0, tweet, value);
            record.headers().add("ce_type", "dev.newera.tweet.tagged.v1".getBytes(StandardCharsets.US_ASCII));
            return new ConsumerRecords<>(Map.of(PLACE, List.of(record)), Map.of());
        }
    }
}
