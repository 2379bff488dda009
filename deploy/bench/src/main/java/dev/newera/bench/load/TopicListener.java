package dev.newera.bench.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic whose keys are tweets' ids from its end on, and notes when each tweet arrived there. */
public final class TopicListener implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);

    private final String servers;
    private final String topic;
    private final Arrivals arrivals = new Arrivals();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "topic-listener");
    private volatile boolean over;

    private TopicListener(String servers, String topic) {
        this.servers = servers;
        this.topic = topic;
    }

    /** Returns when it stands at the topic's end. */
    public static TopicListener of(String servers, String topic) {
        var listener = new TopicListener(servers, topic);
        listener.thread.start();
        try {
            listener.begun.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return listener;
    }

    private void run() {
        try (var consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            toTheEnd(consumer, topic);
            begun.countDown();
            while (!over) {
                var records = consumer.poll(POLL);
                long now = System.nanoTime();
                records.forEach(record -> arrivals.of(Arrivals.key(UUID.fromString(record.key())), now));
            }
        } finally {
            begun.countDown();
        }
    }

    /** Gives the consumer all of a topic, from its end on. */
    public static void toTheEnd(KafkaConsumer<?, ?> consumer, String topic) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(it -> new TopicPartition(it.topic(), it.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Where the end is has to be known before there is more.
        partitions.forEach(consumer::position);
    }

    /** Waits until all of these have arrived, for a minute at most, and then listens no longer. */
    public List<Arrivals> afterHearing(List<UUID> tweets) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!arrivals.hold(tweets)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "Wrong answer: some tweets did not reach " + topic + " within a minute");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        close();
        return List.of(arrivals);
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
