package dev.newera.chat.postgres;

import dev.newera.chat.ApiKeys;
import dev.newera.chat.Bell;
import dev.newera.chat.ChangeLog;
import dev.newera.chat.Secrets;
import dev.newera.chat.Taggings;
import dev.newera.chat.Themes;
import dev.newera.chat.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Makes this package's classes, plain as they are, into the beans that the chat's ports ask for. */
@ApplicationScoped
class PostgresPorts {

    @Produces
    @Singleton
    Database database(DataSource source) {
        return new Database(source);
    }

    @Produces
    @Singleton
    GroupedPostbox postbox(Database database, Bell bell, Traces traces, PostgresConfig config, MeterRegistry meters) {
        return new GroupedPostbox(database, bell, traces, config.flush(), config.room(), meters).open();
    }

    /** What waits is stored before the pool closes. */
    void close(@Disposes GroupedPostbox postbox) {
        postbox.close();
    }

    @Produces
    @Singleton
    Taggings taggings(Database database, Bell bell) {
        return new PostgresTaggings(database, bell);
    }

    @Produces
    @Singleton
    ChangeLog changeLog(Database database) {
        return new PostgresChangeLog(database);
    }

    @Produces
    @Singleton
    Themes themes(Database database) {
        return new PostgresThemes(database);
    }

    @Produces
    @Singleton
    ApiKeys apiKeys(Database database) {
        return new PostgresApiKeys(database);
    }

    @Produces
    @Singleton
    Secrets secrets(Database database) {
        return new PostgresSecrets(database);
    }
}
