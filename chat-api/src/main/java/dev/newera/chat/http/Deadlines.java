package dev.newera.chat.http;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.ScheduledFuture;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Cuts off whoever has begun to ask and is not being answered {@code chat.http.deadline} later. A client that dribbles its request, a byte now
 * and then, would otherwise keep its connection for ever: each byte starts the server's own idle timeout anew, and neither Quarkus
 * nor Vert.x has a timeout for a whole request. A stream is being answered from its first byte on.
 *
 * <p>Netty finds this class as a service, and makes one of its own.
 */
public final class Deadlines extends ChannelInitializerExtension {
    private final Duration patience = ConfigProvider.getConfig().getValue("chat.http.deadline", Duration.class);

    @Override
    public void postInitializeServerChildChannel(Channel connection) {
        connection.pipeline().addFirst(new Deadline(patience));
    }

    /** Tells Netty to look for services, before the server opens its port. */
    @Singleton
    static final class Enabled {
        void now(@Observes StartupEvent starting) {
            System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
        }
    }

    /** Of one connection. */
    static final class Deadline extends ChannelDuplexHandler {
        private final Duration patience;
        private ScheduledFuture<?> cut;

        Deadline(Duration patience) {
            this.patience = patience;
        }

        @Override
        public void channelActive(ChannelHandlerContext connection) throws Exception {
            begin(connection);
            super.channelActive(connection);
        }

        @Override
        public void channelRead(ChannelHandlerContext connection, Object bytes) throws Exception {
            begin(connection);
            super.channelRead(connection, bytes);
        }

        @Override
        public void write(ChannelHandlerContext connection, Object bytes, ChannelPromise written) throws Exception {
            end();
            super.write(connection, bytes, written);
        }

        @Override
        public void channelInactive(ChannelHandlerContext connection) throws Exception {
            end();
            super.channelInactive(connection);
        }

        private void begin(ChannelHandlerContext connection) {
            if (cut == null) {
                cut = connection
                        .executor()
                        .schedule(() -> connection.close(), patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        private void end() {
            if (cut != null) {
                cut.cancel(false);
                cut = null;
            }
        }
    }
}
