package dev.newera.embedded.junit;

import dev.newera.embedded.Backbone;
import dev.newera.embedded.Database;
import dev.newera.embedded.Durability;
import dev.newera.embedded.Ports;
import dev.newera.embedded.kafka.KafkaBroker;
import dev.newera.embedded.kafka.KafkaSettings;
import dev.newera.embedded.postgres.PostgresServer;
import dev.newera.embedded.postgres.PostgresSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** PostgreSQL as a process and Kafka inside this JVM, on data that is thrown away in the end. */
final class EmbeddedBackbone implements Backbone {

    private final ThrowAwayFolder folder;
    private final PostgresServer postgres;
    private final KafkaBroker kafka;

    private EmbeddedBackbone(ThrowAwayFolder folder, PostgresServer postgres, KafkaBroker kafka) {
        this.folder = folder;
        this.postgres = postgres;
        this.kafka = kafka;
    }

    /** Starts both side by side. If one cannot start, neither is left behind. */
    static EmbeddedBackbone start() {
        var folder = ThrowAwayFolder.create();
        var ports = Ports.free(3);
        var postgres = CompletableFuture.supplyAsync(() -> PostgresServer.start(
                new PostgresSettings(folder.postgres(), folder.postgresLog(), ports.get(0), Durability.THROW_AWAY)));
        var kafka = CompletableFuture.supplyAsync(
                () -> KafkaBroker.start(new KafkaSettings(folder.kafka(), ports.get(1), ports.get(2))));
        try {
            return new EmbeddedBackbone(folder, postgres.join(), kafka.join());
        } catch (CompletionException e) {
            postgres.thenAccept(PostgresServer::close);
            kafka.thenAccept(KafkaBroker::close);
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public Database database() {
        return postgres.database();
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public void close() {
        kafka.close();
        postgres.close();
        try {
            folder.delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
