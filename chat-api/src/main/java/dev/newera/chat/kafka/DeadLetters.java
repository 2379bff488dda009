package dev.newera.chat.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.UnknownServerException;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/** Where records go that the chat cannot use, with the reason and the place that they came from. */
// At the start, and not with its first use: an alarm on a count that begins at one would never see it grow.
@Startup
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    /** A longer value would not fit into a record any more; its length is told instead. */
    private static final int LONGEST_VALUE = 1_048_576;

    /** Foreign headers are never handed on: some of them would steer whoever sends the record. */
    static final Set<String> OURS = Set.of(
            "ce_specversion", "ce_type", "ce_source", "ce_id", "ce_subject", "ce_time", "content-type", "traceparent");

    private final Emitter<Record<String, byte[]>> letters;
    private final Counter buried;

    DeadLetters(
            @Channel("taggings-dead") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    Emitter<Record<String, byte[]>> letters,
            MeterRegistry meters) {
        this.letters = letters;
        this.buried = Counter.builder("chat.dead.letters")
                .description("Records that could not be used, and lie on the dead-letter topic")
                .register(meters);
    }

    /** Completes after the brokers have the letter. {@code reason} is a sentence that does not quote the record. */
    CompletableFuture<Void> bury(ConsumerRecord<String, byte[]> record, String reason) {
        LOG.warnf(
                "A record goes to the dead letters topic=%s partition=%d offset=%d error=%s",
                record.topic(), record.partition(), record.offset(), reason);
        buried.increment();
        return untilTaken(() -> Sending.send(letters, record.key(), fitting(record.value()), headers(record, reason)));
    }

    /**
     * A broker that does not know itself what is the matter, most often one whose disk is full, is asked again for as long as it is
     * so. The producer would give up at once, for good.
     */
    static CompletableFuture<Void> untilTaken(Supplier<CompletableFuture<Void>> sending) {
        return Uni.createFrom()
                .completionStage(sending)
                .onFailure(UnknownServerException.class)
                .retry()
                .withBackOff(ASK_AGAIN, ASK_AGAIN)
                .indefinitely()
                .subscribeAsCompletionStage();
    }

    private static byte[] fitting(byte[] value) {
        return value == null || value.length > LONGEST_VALUE ? null : value;
    }

    private static Headers headers(ConsumerRecord<String, byte[]> record, String reason) {
        var headers = new Headers();
        record.headers().forEach(header -> {
            if (OURS.contains(header.key()) && header.value() != null) {
                headers.with(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        });
        if (record.value() != null && record.value().length > LONGEST_VALUE) {
            headers.with("dead-letter-length", Integer.toString(record.value().length));
        }
        return headers.with("dead-letter-reason", reason)
                .with("dead-letter-topic", record.topic())
                .with("dead-letter-partition", Integer.toString(record.partition()))
                .with("dead-letter-offset", Long.toString(record.offset()));
    }
}
