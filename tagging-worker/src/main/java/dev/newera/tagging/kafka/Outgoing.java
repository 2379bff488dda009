package dev.newera.tagging.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.UnknownServerException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.eclipse.microprofile.reactive.messaging.OnOverflow.Strategy;
import org.jboss.logging.Logger;

/**
 * Everything that the worker writes. What is returned sends each time that it is subscribed to, in that order, and completes
 * when the broker has acknowledged the event, however long it is away.
 */
// At the start, and not with its first use: an alarm on a count that begins at one would never see it grow.
@Startup
@ApplicationScoped
class Outgoing {

    private static final Logger LOG = Logger.getLogger(Outgoing.class);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    private final MutinyEmitter<byte[]> taggings;
    private final MutinyEmitter<byte[]> deadLetters;
    private final Counter buried;

    // Unbounded in name only: the batch in hand is the bound, and the next one is not asked for before it is done.
    Outgoing(
            @Channel("taggings") @OnOverflow(Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> taggings,
            @Channel("dead-letters") @OnOverflow(Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> deadLetters,
            MeterRegistry meters) {
        this.taggings = taggings;
        this.deadLetters = deadLetters;
        this.buried = Counter.builder("tagging.dead.letters")
                .description("Records that could not be used, and lie on a dead-letter topic")
                .register(meters);
    }

    Uni<Void> tagging(Event event) {
        return Uni.createFrom()
                .deferred(() ->
                        taggings.sendMessage(message(event, metadata(event).build())));
    }

    Uni<Void> deadLetter(ConsumerRecord<byte[], byte[]> about, String reason) {
        LOG.warnf(
                "A record went to the dead letters. topic=%s partition=%d offset=%d error=%s",
                about.topic(), about.partition(), about.offset(), reason);
        buried.increment();
        var letter = DeadLetter.about(about, reason);
        return Uni.createFrom()
                .deferred(() -> deadLetters.sendMessage(message(
                        letter,
                        metadata(letter).withTopic(DeadLetter.topic(about)).build())));
    }

    /**
     * Completes when all are taken. A broker that does not know itself what is the matter, most often one whose disk is full, is
     * asked again for as long as it is so; the producer would give up at once, for good.
     *
     * <p>It is asked for all of them again, in their order: what came after the one that it did not take may be taken already,
     * and a tagging that is sent again by itself would lie behind the tombstone of its tweet, for good. Readers drop what comes twice.
     */
    static Uni<Void> untilTaken(List<Uni<Void>> sendings) {
        return Uni.join()
                .all(sendings)
                .andCollectFailures()
                .onFailure(Outgoing::isAtALoss)
                .retry()
                .withBackOff(ASK_AGAIN, ASK_AGAIN)
                .indefinitely()
                .replaceWithVoid();
    }

    private static boolean isAtALoss(Throwable failures) {
        return failures instanceof CompositeException all
                && all.getCauses().stream().allMatch(UnknownServerException.class::isInstance);
    }

    private static Message<byte[]> message(Event event, OutgoingKafkaRecordMetadata<byte[]> metadata) {
        return Message.of(event.value(), Metadata.of(metadata));
    }

    private static OutgoingKafkaRecordMetadata.OutgoingKafkaRecordMetadataBuilder<byte[]> metadata(Event event) {
        return OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withKey(event.key())
                .withHeaders(headers(event));
    }

    private static Headers headers(Event event) {
        var headers = new RecordHeaders();
        event.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }
}
