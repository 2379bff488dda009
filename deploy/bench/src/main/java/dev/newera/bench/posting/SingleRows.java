package dev.newera.bench.posting;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.newera.bench.system.Row;
import dev.newera.bench.system.Stage;
import dev.newera.bench.system.Tables;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** The rival that needs no thought: each client has a connection, and each tweet a statement that is its own transaction. */
final class SingleRows implements Contestant {
    /** All the rows of a tweet in one round trip: the best that this rival can do. */
    private static final String INSERT = """
            with posted as (
                insert into tweet
                    (id, no, revision, text, username, created_at, posted_at, conversation_id, entities)
                values (?, nextval('change_no'), 1, ?, ?, now(), now(), ?, ?::jsonb)
                returning id, no
            ), logged as (
                insert into change (no, tweet_id, kind)
                select no, id, 'posted'
                from posted
            )
            insert into tweet_hashtag (hashtag, no, tweet_id)
            select h.hashtag, posted.no, posted.id
            from posted, unnest(?) as h (hashtag)
            """;

    private final Stage stage;
    private final Tables tables;
    private final List<Row> rows;
    private final int clients;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    SingleRows(Stage stage, Tables tables, List<Row> rows, int clients) {
        this.stage = stage;
        this.tables = tables;
        this.rows = rows;
        this.clients = clients;
    }

    @Override
    public String name() {
        return "single-row inserts, %d connections".formatted(clients);
    }

    @Override
    public Round run(Duration time) {
        var connections = IntStream.range(0, clients)
                .mapToObj(i -> tables.connect(Tables.TWINS))
                .toList();
        var threads = Executors.newFixedThreadPool(clients);
        try {
            var done = new AtomicLong();
            var latency = new ConcurrentHistogram(3);
            var clock = Clock.start(stage);
            insert(connections, threads, System.nanoTime() + time.toNanos(), done, latency);
            var round = clock.stop(done.get(), latency);
            tables.requireCount(Tables.TWINS, done.get());
            return round;
        } finally {
            threads.shutdown();
            connections.forEach(SingleRows::close);
        }
    }

    private void insert(
            List<Connection> connections, ExecutorService threads, long end, AtomicLong done, Histogram latency) {
        CompletableFuture.allOf(connections.stream()
                        .map(it -> CompletableFuture.runAsync(() -> insert(it, end, done, latency), threads))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private void insert(Connection connection, long end, AtomicLong done, Histogram latency) {
        try (var statement = connection.prepareStatement(INSERT)) {
            while (System.nanoTime() < end) {
                long start = System.nanoTime();
                insert(connection, statement, rows.get((int) (done.getAndIncrement() % rows.size())));
                latency.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void insert(Connection connection, PreparedStatement statement, Row row) throws SQLException {
        var id = ids.generate();
        statement.setObject(1, id);
        statement.setString(2, row.text());
        statement.setString(3, row.username());
        statement.setObject(4, id);
        statement.setString(5, row.entities());
        statement.setArray(6, connection.createArrayOf("text", row.hashtags().toArray()));
        statement.executeUpdate();
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
