package dev.newera.chat.http.access;

import dev.newera.chat.Caller;
import dev.newera.chat.Permission;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Whoever comes with a token of the identity provider: what they may do stands in its claim {@code scope} (RFC 8693: words in one
 * string) or {@code scp} (as others have it: also a list), whom they post as in the claim that the configuration names.
 */
@Singleton
final class TokenCallers implements SecurityIdentityAugmentor {
    private final SecurityConfig config;

    TokenCallers(SecurityConfig config) {
        this.config = config;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(identity);
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Uni.createFrom().item(() -> augmented(identity, token, attributes))
                : Uni.createFrom().item(identity);
    }

    /** Throws for a token that tells of nobody: there would be none to hold to limits and to what was done. */
    private SecurityIdentity augmented(SecurityIdentity identity, JsonWebToken token, Map<String, Object> attributes) {
        if (token.getSubject() == null) {
            throw new AuthenticationFailedException("The token has no subject.");
        }
        var author = token.claim(config.authorClaim()).map(Object::toString);
        var caller = Caller.user(token.getSubject(), permissions(token), author);
        Callers.letIn(HttpSecurityUtils.getRoutingContextAttribute(attributes), caller);
        return Callers.permitted(QuarkusSecurityIdentity.builder(identity), caller);
    }

    private static Set<Permission> permissions(JsonWebToken token) {
        return Stream.of("scope", "scp")
                .flatMap(claim -> words(token.getClaim(claim)))
                .flatMap(scope -> Permission.of(scope).stream())
                .collect(Collectors.toSet());
    }

    private static Stream<String> words(Object claim) {
        if (claim instanceof Collection<?> several) {
            return several.stream().flatMap(TokenCallers::words);
        }
        if (claim instanceof JsonString string) {
            return words(string.getString());
        }
        return claim == null ? Stream.empty() : Arrays.stream(claim.toString().split(" "));
    }
}
