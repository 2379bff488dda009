package dev.newera.chat.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/** What the system keeps for a client that does not read. */
@Singleton
final class Sockets implements HttpServerOptionsCustomizer {
    /**
     * The kernel takes twice as much for each connection, and would else take up to four megabytes before anyone here notices that
     * nobody reads. Enough for two megabytes a second to the other side of the world.
     */
    private static final int UNREAD = 128 * 1024;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setSendBufferSize(UNREAD);
    }
}
