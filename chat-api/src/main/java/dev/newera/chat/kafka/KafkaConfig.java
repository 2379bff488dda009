package dev.newera.chat.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whose words the chat listens to. */
@ConfigMapping(prefix = "chat.tagging")
interface KafkaConfig {

    /** Id of the codebook that is in force. */
    @WithDefault("new-era")
    String codebook();

    /** Id of the tagger whose tags count. */
    @WithDefault("lexical")
    String tagger();
}
