package dev.newera.bench.live;

import dev.newera.bench.load.Samples;
import dev.newera.bench.load.TopicListener;
import dev.newera.bench.system.Stage;
import dev.newera.bench.system.Tables;
import dev.newera.embedded.kafka.Topic;
import dev.newera.embedded.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.LongSerializer;

/**
 * What a tweet's way would cost if nothing were done on it: a record that a broker has acknowledged is consumed, and what one poll
 * gave is committed to PostgreSQL in one statement. Both ends are in this process.
 */
final class RoundTrip {
    private static final String TOPIC = "bench.round-trip";
    private static final int PARTITIONS = 12;
    private static final String INSERT = "insert into bare select * from unnest(?, ?)";
    private static final double NANOS = 1e9;

    private final Stage stage;
    private final Tables tables;
    private final List<byte[]> bodies = Samples.tweets().stream()
            .map(tweet -> tweet.getBytes(StandardCharsets.UTF_8))
            .toList();

    RoundTrip(Stage stage) {
        this.stage = stage;
        this.tables = new Tables(stage.database());
        Topics.create(stage.bootstrapServers(), List.of(new Topic(TOPIC, PARTITIONS, Map.of())));
        tables.run("create table bare (no bigint primary key, tweet text not null)");
    }

    /** How long each record took from when it was due to be sent until it was committed, in microseconds. */
    Histogram at(double perSecond, Duration time) {
        tables.run("truncate bare");
        long[] due = new long[(int) (perSecond * time.toSeconds())];
        try (var consumer = consumer()) {
            var consuming = new CompletableFuture<Histogram>();
            var thread = new Thread(() -> consume(consumer, due, consuming), "round-trip");
            thread.start();
            produce(due, perSecond);
            var lag = consuming.orTimeout(1, TimeUnit.MINUTES).join();
            thread.join();
            tables.requireEqual("records committed", tables.number("select count(*) from bare"), due.length);
            return lag;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void produce(long[] due, double perSecond) {
        try (var producer = producer()) {
            long start = System.nanoTime();
            for (int no = 0; no < due.length; no++) {
                due[no] = start + (long) (no * NANOS / perSecond);
                while (System.nanoTime() < due[no]) {
                    LockSupport.parkNanos(due[no] - System.nanoTime());
                }
                producer.send(new ProducerRecord<>(TOPIC, no % PARTITIONS, (long) no, bodies.get(no % bodies.size())));
            }
        }
    }

    /** The same settings as the relay's. */
    private KafkaProducer<Long, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stage.bootstrapServers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4"),
                new LongSerializer(),
                new ByteArraySerializer());
    }

    private KafkaConsumer<Long, byte[]> consumer() {
        var consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, stage.bootstrapServers()),
                new LongDeserializer(),
                new ByteArrayDeserializer());
        TopicListener.toTheEnd(consumer, TOPIC);
        return consumer;
    }

    private void consume(KafkaConsumer<Long, byte[]> consumer, long[] due, CompletableFuture<Histogram> done) {
        try (var connection = tables.connect(Tables.CHAT)) {
            var lag = new Histogram(3);
            while (lag.getTotalCount() < due.length) {
                var records = consumer.poll(Duration.ofMillis(100));
                if (!records.isEmpty()) {
                    commit(connection, records);
                    long now = System.nanoTime();
                    records.forEach(record ->
                            lag.recordValue(TimeUnit.NANOSECONDS.toMicros(now - due[Math.toIntExact(record.key())])));
                }
            }
            done.complete(lag);
        } catch (SQLException | RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    private static void commit(Connection connection, ConsumerRecords<Long, byte[]> records) throws SQLException {
        var numbers = new ArrayList<Long>();
        var tweets = new ArrayList<String>();
        records.forEach(record -> {
            numbers.add(record.key());
            tweets.add(new String(record.value(), StandardCharsets.UTF_8));
        });
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, connection.createArrayOf("int8", numbers.toArray()));
            insert.setArray(2, connection.createArrayOf("text", tweets.toArray()));
            insert.executeUpdate();
        }
    }
}
