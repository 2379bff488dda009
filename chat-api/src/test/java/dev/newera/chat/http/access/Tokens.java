package dev.newera.chat.http.access;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Tokens as an identity provider makes them, and as somebody who means no good does. */
final class Tokens {
    private Tokens() {}

    /** Good in every way, but for what a test then says otherwise. */
    static JwtClaimsBuilder claims(String subject, String scopes) {
        return Jwt.claims()
                .subject(subject)
                .issuer(Guarded.ISSUER)
                .audience(Guarded.AUDIENCE)
                .claim("scope", scopes)
                .expiresAt(Instant.now().plusSeconds(600));
    }

    static String signed(JwtClaimsBuilder claims) {
        return claims.sign(Guarded.PROVIDER.getPrivate());
    }

    static String of(String subject, String scopes) {
        return signed(claims(subject, scopes));
    }

    static String ofAuthor(String username, String scopes) {
        return signed(claims(username, scopes).claim("preferred_username", username));
    }

    /** With a claim to need no signature. */
    static String unsigned(String signature) {
        var token = of("mallory", "admin").split("\\.");
        var header = "{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header) + "." + token[1] + "." + signature;
    }
}
