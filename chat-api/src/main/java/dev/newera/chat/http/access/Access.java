package dev.newera.chat.http.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Whether this chat is open, or asks who comes. Open is what only its own machine can reach, and what says so aloud; a chat that
 * others can reach, and that could not tell them apart, does not start.
 */
@Singleton
public final class Access {
    private static final Logger LOG = Logger.getLogger(Access.class);

    private final boolean open;

    @Inject
    Access(
            SecurityConfig config,
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean tokens,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        this(config.open(), config.keys() || tokens, host);
    }

    /** Throws what a person who starts it should read. */
    Access(boolean open, boolean asks, String host) {
        if (open && asks) {
            throw new ConfigurationException(
                    "chat.security.open=true lets everybody in, and keys or tokens are to be asked for as well: take one of the two away.");
        }
        if (!open && !asks && !isOwnMachine(host)) {
            throw new ConfigurationException(
                    "chat-api would listen on %s, where others can reach it, and nothing says who may come in. Set chat.security.keys=true for API keys, or quarkus.oidc.tenant-enabled=true and quarkus.oidc.auth-server-url for tokens; or chat.security.open=true, if anybody may read, post and erase everything. docs/operations.md, Security, tells how."
                            .formatted(host));
        }
        this.open = !asks;
        if (open && !isOwnMachine(host)) {
            LOG.warnf("THIS CHAT IS OPEN: whoever reaches it may read, post and erase everything host=%s", host);
        }
    }

    private static boolean isOwnMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Before anything else starts, and before a port is opened. */
    void decide(@Observes @Priority(1) StartupEvent event) {
        LOG.debugf("Access is decided open=%s", open);
    }

    /** Whether anybody may do anything. */
    public boolean isOpen() {
        return open;
    }
}
