package dev.newera.chat.postgres;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Forgets idempotency keys that are older than the promise about them. Any replica may do it, also two at once. */
@ApplicationScoped
class UsedKeys {
    private static final Logger LOG = Logger.getLogger(UsedKeys.class);

    private final Database database;

    UsedKeys(Database database) {
        this.database = database;
    }

    @Scheduled(every = "1h", delayed = "1m")
    void forgetOld() {
        int forgotten = database.write(connection -> {
            try (var delete = connection.prepareStatement(
                    "delete from idempotency where used_at < now() - make_interval(hours => ?)")) {
                delete.setInt(1, Flush.KEY_LIVES_HOURS);
                return delete.executeUpdate();
            }
        });
        LOG.debugf("Old idempotency keys are forgotten count=%d", forgotten);
    }
}
