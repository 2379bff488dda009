package dev.newera.chat.http.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Who is let in. Tokens of an identity provider are Quarkus's own to configure: {@code quarkus.oidc}. */
@ConfigMapping(prefix = "chat.security")
interface SecurityConfig {

    /** Anybody may read, post and erase everything, from wherever they come. To be said aloud: nothing else opens a chat to others. */
    @WithDefault("false")
    boolean open();

    /** Whether API keys are taken. */
    @WithDefault("false")
    boolean keys();

    /** A key that was revoked is still taken for so long, by a replica that has just seen it. The database is asked so often. */
    @WithDefault("30s")
    Duration keysCached();

    /** The claim of a token that names the author whom its bearer posts as. */
    @WithDefault("preferred_username")
    String authorClaim();
}
