package dev.newera.tagging.kafka;

import io.smallrye.config.ConfigMapping;

/** Where codebooks come from. */
@ConfigMapping(prefix = "tagging.codebooks")
interface CodebookSettings {

    /** A topic of one partition. */
    String topic();
}
