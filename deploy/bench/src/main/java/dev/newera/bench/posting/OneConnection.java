package dev.newera.bench.posting;

import dev.newera.bench.system.Stage;
import dev.newera.bench.system.Tables;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Writes many tweets at a time on one connection, again and again for as long as a turn takes, and counts them afterwards. */
record OneConnection(Stage stage, Tables tables) {

    /** Writes so many tweets that have not been written before, in one transaction. */
    interface Write {
        /** @param from how many were written before */
        void many(Connection connection, long from) throws SQLException, IOException;
    }

    Round run(Duration time, int tweetsAtATime, Write write) {
        try (var connection = tables.connect(Tables.TWINS)) {
            var latency = new Histogram(3);
            var clock = Clock.start(stage);
            long end = System.nanoTime() + time.toNanos();
            long tweets = 0;
            while (System.nanoTime() < end) {
                long start = System.nanoTime();
                write.many(connection, tweets);
                latency.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
                tweets += tweetsAtATime;
            }
            var round = clock.stop(tweets, latency);
            tables.requireCount(Tables.TWINS, tweets);
            return round;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
