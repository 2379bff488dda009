package dev.newera.chat.http.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** A chat that asks who comes: by keys, by tokens of a provider that signs with {@link #PROVIDER}, and with narrow limits. */
public final class Guarded implements QuarkusTestProfile {
    /** What one client may read, change, guess and hear at a time. So few in an hour that none comes back within a test. */
    static final int READS = 30;

    static final int WRITES = 20;
    static final int GUESSES = 10;
    static final int STREAMS = 2;

    static final String ISSUER = "https://people.example.org";
    static final String AUDIENCE = "new-era-chat";
    static final KeyPair PROVIDER = keyPair(1);

    /** The same from the same seed: Quarkus loads this class twice, and the service has to know whom the tests sign for. */
    static KeyPair keyPair(long seed) {
        try {
            var chance = SecureRandom.getInstance("SHA1PRNG");
            chance.setSeed(seed);
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048, chance);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("chat.security.keys", "true"),
                Map.entry("chat.security.keys-cached", "100ms"),
                Map.entry("quarkus.oidc.tenant-enabled", "true"),
                Map.entry(
                        "quarkus.oidc.public-key",
                        Base64.getEncoder().encodeToString(PROVIDER.getPublic().getEncoded())),
                Map.entry("quarkus.oidc.token.issuer", ISSUER),
                Map.entry("chat.limits.per", "1h"),
                Map.entry("chat.limits.reads", "" + READS),
                Map.entry("chat.limits.writes", "" + WRITES),
                Map.entry("chat.limits.guesses", "" + GUESSES),
                Map.entry("chat.limits.streams", "" + STREAMS),
                Map.entry("chat.stream.longest", "5s"),
                // Tests come from addresses of their own, as from behind a proxy.
                Map.entry("chat.limits.proxies", "1"));
    }
}
