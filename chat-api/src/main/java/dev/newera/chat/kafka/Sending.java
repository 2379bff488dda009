package dev.newera.chat.kafka;

import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;

/** An emitter's acknowledgement as a future. */
final class Sending {
    private static final CompletableFuture<Void> HEARD = CompletableFuture.completedFuture(null);

    private Sending() {}

    /** Completes after all in-sync brokers have the record, or fails; a null value is a tombstone. */
    static CompletableFuture<Void> send(Emitter<Record<String, byte[]>> to, String key, byte[] value, Headers headers) {
        var sent = new CompletableFuture<Void>();
        to.send(Message.of(Record.of(key, value))
                .addMetadata(OutgoingKafkaRecordMetadata.builder()
                        .withHeaders(headers.all())
                        .build())
                .withAck(() -> {
                    sent.complete(null);
                    return HEARD;
                })
                .withNack(error -> {
                    sent.completeExceptionally(error);
                    return HEARD;
                }));
        return sent;
    }
}
