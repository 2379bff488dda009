package dev.newera.embedded;

/**
 * A PostgreSQL with an empty database and a Kafka with every topic of the event contract, both running and reachable
 * from this machine only. Whoever starts a backbone closes it; closing stops both servers and waits for their end.
 */
public interface Backbone extends AutoCloseable {

    Database database();

    /** Where Kafka answers, as {@code host:port}. */
    String bootstrapServers();

    @Override
    void close();
}
