package dev.newera.tagging.kafka;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How requests to tag history again are treated. */
@ConfigMapping(prefix = "tagging.retag")
interface RetagSettings {

    /** How long a request waits for the codebook version that it asks for, before it is refused. */
    Duration patience();
}
