package dev.newera.chat.kafka;

import dev.newera.chat.operations.Away;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka for somebody who asks and goes: a client for each question, and an answer within seconds or none. */
final class Broker {
    private static final int PATIENCE_MS = 10_000;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int LARGEST_LETTER = 4 * 1024 * 1024;

    private final Map<String, Object> settings;

    /** @param settings as Kafka's clients take them: where it is, and how to prove who we are */
    Broker(Map<String, Object> settings) {
        this.settings = new HashMap<>(settings);
        this.settings.put("request.timeout.ms", PATIENCE_MS);
        this.settings.put("default.api.timeout.ms", PATIENCE_MS);
    }

    /** A question. */
    interface Question<T> {
        T ask(Admin admin) throws ExecutionException, InterruptedException;
    }

    /** Throws {@link Away}. */
    <T> T ask(Question<T> question) {
        try (var admin = Admin.create(settings)) {
            return question.ask(admin);
        } catch (ExecutionException e) {
            throw away(e.getCause());
        } catch (KafkaException e) {
            throw away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(e);
        }
    }

    /** A reader that belongs to no group. */
    KafkaConsumer<byte[], byte[]> consumer() {
        var reading = new HashMap<>(settings);
        reading.put("enable.auto.commit", false);
        return new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Reads a partition from its beginning to its end as that is when this begins. Throws KafkaException. */
    static void readWhole(
            KafkaConsumer<byte[], byte[]> consumer,
            TopicPartition partition,
            Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        long reached = consumer.position(partition);
        long deadline = deadline();
        while (reached < end) {
            consumer.poll(POLL).forEach(reader);
            if (consumer.position(partition) > reached) {
                reached = consumer.position(partition);
                deadline = deadline();
            } else if (System.nanoTime() - deadline > 0) {
                // A broker that has gone away is no error to the client: it would ask for ever.
                throw new TimeoutException("nothing came of %s from %d on".formatted(partition, reached));
            }
        }
    }

    private static long deadline() {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
    }

    /** A writer that has what it wrote on all in-sync brokers, or says that it has not. */
    Producer<byte[], byte[]> producer() {
        var writing = new HashMap<>(settings);
        writing.put("acks", "all");
        writing.put("enable.idempotence", true);
        writing.put("max.block.ms", PATIENCE_MS);
        writing.put("delivery.timeout.ms", PATIENCE_MS);
        writing.put("request.timeout.ms", PATIENCE_MS / 2);
        writing.put("max.request.size", LARGEST_LETTER);
        return new KafkaProducer<>(writing, new ByteArraySerializer(), new ByteArraySerializer());
    }

    Away away(Throwable error) {
        return new Away(
                "Kafka at %s does not answer: %s".formatted(settings.get("bootstrap.servers"), error.getMessage()),
                error);
    }
}
