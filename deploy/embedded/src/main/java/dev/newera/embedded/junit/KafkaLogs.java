package dev.newera.embedded.junit;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The broker's log within the log of the tests: it tells hundreds of lines about each start, of use to nobody here.
 * What Kafka's clients say is left alone, because the tests are about those.
 */
final class KafkaLogs {

    /** Held here, because the log manager forgets a logger that nobody holds, and its level with it. */
    private static final List<Logger> BROKER = Stream.of(
                    "kafka",
                    "state.change.logger",
                    "org.apache.kafka.common.config",
                    "org.apache.kafka.common.metrics",
                    "org.apache.kafka.common.utils.AppInfoParser",
                    "org.apache.kafka.controller",
                    "org.apache.kafka.coordinator",
                    "org.apache.kafka.image",
                    "org.apache.kafka.metadata",
                    "org.apache.kafka.queue",
                    "org.apache.kafka.raft",
                    "org.apache.kafka.server",
                    "org.apache.kafka.snapshot",
                    "org.apache.kafka.storage")
            .map(Logger::getLogger)
            .toList();

    private KafkaLogs() {}

    static void quieten() {
        BROKER.forEach(logger -> logger.setLevel(Level.SEVERE));
    }
}
