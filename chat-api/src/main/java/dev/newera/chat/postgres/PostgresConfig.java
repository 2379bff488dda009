package dev.newera.chat.postgres;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How postings wait for the database. */
@ConfigMapping(prefix = "chat.postbox")
interface PostgresConfig {

    /** The most tweets in one flush; above some hundreds a flush grows longer without growing better. */
    @WithDefault("1000")
    int flush();

    /** The most tweets that wait; one more is answered 503. At 280 characters each this is some 20 MB. */
    @WithDefault("10000")
    int room();
}
