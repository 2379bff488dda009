package dev.newera.chat.http.stream;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much the stream keeps for its clients. */
@ConfigMapping(prefix = "chat.stream")
interface StreamConfig {

    /**
     * Events that all clients of a replica share, in memory. Who falls further behind than this is dropped, and who comes back from
     * further away has the log read for it.
     */
    @WithDefault("8M")
    MemorySize recent();

    /** The most clients of a replica; one more is answered 503. One that never reads costs some 200 KB until it is dropped. */
    @WithDefault("5000")
    int clients();

    /** A stream is open for so long; its client comes back to where it was, and with a key or a token that is still good. */
    @WithDefault("1h")
    Duration longest();

    /** A line that says nothing goes out so often; proxies close what is silent for a minute. */
    @WithDefault("15s")
    Duration heartbeat();
}
