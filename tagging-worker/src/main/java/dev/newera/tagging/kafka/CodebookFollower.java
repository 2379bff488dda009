package dev.newera.tagging.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Follows the codebook topic on a thread of its own, from the topic's beginning, for as long as the worker runs. Nothing is
 * put in force before the topic was read to the end that it had at the start: a codebook that was replaced long ago never
 * tags.
 *
 * <p>Not a channel of the connector, because each worker reads the whole topic at each start: the partition is assigned, not
 * subscribed to, and there is no group whose offsets could be resumed from.
 */
@ApplicationScoped
class CodebookFollower {

    private static final Logger LOG = Logger.getLogger(CodebookFollower.class);

    /** A poll ends at once when a codebook is there, or when the worker stops. */
    private static final Duration POLL = Duration.ofSeconds(5);

    private final PublishedCodebooks codebooks;
    private final TopicPartition topic;
    private final Map<String, Object> settings;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::follow, "codebook-follower");
    private volatile Consumer<byte[], byte[]> consumer;

    CodebookFollower(
            PublishedCodebooks codebooks,
            CodebookSettings codebookSettings,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.codebooks = codebooks;
        this.topic = new TopicPartition(codebookSettings.topic(), 0);
        this.settings = settings(kafka);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        if (consumer != null) consumer.wakeup();
        thread.join(POLL.toMillis());
    }

    /** False when the thread has died: from then on no codebook would ever arrive. */
    boolean isAlive() {
        return thread.isAlive();
    }

    private void follow() {
        while (isWanted()) {
            try (var opened = new KafkaConsumer<byte[], byte[]>(settings)) {
                consumer = opened;
                follow(opened);
            } catch (WakeupException e) {
                LOG.debug("The codebook topic is left.");
            } catch (KafkaException e) {
                LOG.warnf(
                        "The codebook topic cannot be read and is opened anew. topic=%s error=%s",
                        topic, e.getMessage());
                pause();
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> opened) {
        opened.assign(List.of(topic));
        opened.seekToBeginning(List.of(topic));
        long end = opened.endOffsets(List.of(topic)).get(topic);
        while (isWanted()) {
            if (opened.position(topic) >= end) codebooks.putLastInForce();
            opened.poll(POLL).forEach(codebooks::take);
        }
    }

    private boolean isWanted() {
        return stopped.getCount() > 0;
    }

    private void pause() {
        try {
            stopped.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Map<String, Object> settings(Map<String, Object> kafka) {
        var settings = new HashMap<>(kafka);
        // Quarkus puts the application's name here, which is the group of the tweets' readers.
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "codebook-follower");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        // A broker that is away at the start is told of every ten seconds, not every minute.
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        return settings;
    }
}
