package dev.newera.chat.http.access;

import dev.newera.chat.Caller;
import dev.newera.chat.Permission;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Callers as Quarkus knows them, and as the resources do. */
@Singleton
public final class Callers {
    private static final String KEY = Caller.class.getName();

    private final Access access;

    Callers(Access access) {
        this.access = access;
    }

    /** Who makes this request. To be asked where they have been let in. */
    public Caller of(RoutingContext request) {
        return access.isOpen()
                ? Caller.ANYONE
                : find(request).orElseThrow(() -> new IllegalStateException("nobody was let in"));
    }

    static Optional<Caller> find(RoutingContext request) {
        return Optional.ofNullable(request.get(KEY));
    }

    static void letIn(RoutingContext request, Caller caller) {
        request.put(KEY, caller);
    }

    static SecurityIdentity identity(Caller caller) {
        return permitted(QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(caller.id())), caller);
    }

    /** What the annotations on the resources ask is answered by the caller. */
    static SecurityIdentity permitted(QuarkusSecurityIdentity.Builder identity, Caller caller) {
        return identity.addPermissionChecker(asked -> Uni.createFrom().item(may(caller, asked)))
                .build();
    }

    /** Quarkus takes a scope apart at its colon. */
    private static boolean may(Caller caller, java.security.Permission asked) {
        var scope = asked.getActions().isEmpty() ? asked.getName() : asked.getName() + ":" + asked.getActions();
        return Permission.of(scope).filter(caller::may).isPresent();
    }
}
