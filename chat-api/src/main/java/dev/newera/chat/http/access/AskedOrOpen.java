package dev.newera.chat.http.access;

import io.quarkus.security.spi.runtime.AuthorizationController;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.interceptor.Interceptor;

/**
 * In an open chat nobody's scopes are looked at. Quarkus would find out who comes before each request, only to let them do all of it.
 */
@Alternative
@Priority(Interceptor.Priority.LIBRARY_AFTER)
@ApplicationScoped
class AskedOrOpen extends AuthorizationController {
    private final Access access;

    AskedOrOpen(Access access) {
        this.access = access;
    }

    @Override
    public boolean isAuthorizationEnabled() {
        return !access.isOpen();
    }
}
