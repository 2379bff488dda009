package dev.newera.embedded.containers;

import dev.newera.embedded.Backbone;
import dev.newera.embedded.Database;
import dev.newera.embedded.StartFailure;
import dev.newera.embedded.kafka.Topics;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * PostgreSQL and Kafka as containers. The system properties {@code backbone.postgres.image} and
 * {@code backbone.kafka.image} name other images of the same kind.
 */
public final class ContainerBackbone implements Backbone {

    private final PostgreSQLContainer postgres = new PostgreSQLContainer(
                    image("backbone.postgres.image", "postgres:18-alpine", "postgres"))
            .withDatabaseName(Database.NAME)
            .withUsername(Database.NAME)
            .withPassword(Database.NAME);
    private final KafkaContainer kafka = new KafkaContainer(
                    image("backbone.kafka.image", "apache/kafka:4.1.1", "apache/kafka"))
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");

    private ContainerBackbone() {}

    public static ContainerBackbone start() {
        return start(ContainerBackbone::isDockerThere);
    }

    static ContainerBackbone start(BooleanSupplier docker) {
        requireDocker(docker);
        var backbone = new ContainerBackbone();
        Startables.deepStart(backbone.postgres, backbone.kafka).join();
        Topics.create(backbone.bootstrapServers(), Topics.ofContract());
        return backbone;
    }

    @Override
    public Database database() {
        return new Database(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword());
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public void close() {
        kafka.stop();
        postgres.stop();
    }

    private static void requireDocker(BooleanSupplier docker) {
        if (!docker.getAsBoolean()) {
            throw new StartFailure("BACKBONE=containers needs a Docker engine, and none answers here:"
                    + " start one, or leave BACKBONE out to run PostgreSQL and Kafka without it.");
        }
    }

    /** Testcontainers tells a page about the places where it found no engine; our one sentence is enough. */
    private static boolean isDockerThere() {
        var logger = Logger.getLogger("org.testcontainers");
        var level = logger.getLevel();
        logger.setLevel(Level.OFF);
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } finally {
            logger.setLevel(level);
        }
    }

    private static DockerImageName image(String property, String usual, String kind) {
        return DockerImageName.parse(System.getProperty(property, usual)).asCompatibleSubstituteFor(kind);
    }
}
