package dev.newera.local.system;

import dev.newera.embedded.Database;
import dev.newera.embedded.postgres.PostgresServer;
import dev.newera.embedded.postgres.PostgresSettings;
import java.util.Optional;

/** The database server. It is ready as soon as it is started. */
final class PostgresPart implements Part {

    private final PostgresSettings settings;
    private Optional<PostgresServer> server = Optional.empty();

    PostgresPart(PostgresSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public Address address() {
        return Address.of(settings.port(), database().jdbcUrl());
    }

    Database database() {
        return Database.at(settings.port());
    }

    @Override
    public void start() {
        server = Optional.of(PostgresServer.start(settings));
    }

    @Override
    public Optional<ProcessHandle> process() {
        return server.flatMap(PostgresServer::process);
    }

    @Override
    public boolean isReady() {
        return process().isPresent();
    }

    @Override
    public void stop() {
        server.ifPresent(PostgresServer::close);
    }
}
