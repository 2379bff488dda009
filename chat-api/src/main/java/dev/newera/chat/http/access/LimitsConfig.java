package dev.newera.chat.http.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How much one client may ask for: a caller if it is known who asks, else an address. Each replica counts for itself. */
@ConfigMapping(prefix = "chat.limits")
interface LimitsConfig {

    /** Unset: on, but for a chat that is open. */
    Optional<Boolean> on();

    /** So many requests that read, in {@link #per}; they come back evenly. A dashboard asks for up to 390 in a lively minute. */
    @WithDefault("6000")
    int reads();

    /** So many tweets and other changes. A batch counts as its tweets, so no fewer than a batch holds. */
    @WithDefault("3000")
    int writes();

    /** So many keys that are not good, from one address; it is then not looked at, in what the chat has not lately seen. */
    @WithDefault("60")
    int guesses();

    @WithDefault("1m")
    Duration per();

    /** So many proxies stand in front, each of which adds to X-Forwarded-For; with none, what that header says is nobody's word. */
    @WithDefault("0")
    int proxies();

    /** So many open streams at a time. */
    @WithDefault("20")
    int streams();

    /** So many clients are remembered, some 200 bytes each. Of more, who comes seldom is forgotten first, and begins anew. */
    @WithDefault("100000")
    int clients();
}
