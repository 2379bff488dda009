package dev.newera.chat.postgres;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the change log is kept. */
@ConfigMapping(prefix = "chat.log")
interface LogConfig {

    /** A client of the stream that was away for longer has to ask for everything again. */
    @WithDefault("7d")
    Duration kept();
}
