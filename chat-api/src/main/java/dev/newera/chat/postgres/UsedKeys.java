package dev.newera.chat.postgres;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Forgets idempotency keys that are older than the promise about them. Any replica may do it, also two at once. */
@ApplicationScoped
class UsedKeys {
    /** So few at once that it is done within the patience of a connection, however many an import has used. */
    static final int MOST = 10_000;

    private static final Logger LOG = Logger.getLogger(UsedKeys.class);

    private static final String FORGET = """
            with old as (
                select key
                from idempotency
                where used_at < now() - make_interval(hours => ?)
                limit ?
                for update skip locked
            )
            delete from idempotency
            using old
            where idempotency.key = old.key
            """;

    private final Database database;

    UsedKeys(Database database) {
        this.database = database;
    }

    @Scheduled(every = "1h", delayed = "1m")
    void forgetOld() {
        while (forgetSome() == MOST) {}
    }

    private int forgetSome() {
        int forgotten = database.write(connection -> {
            try (var delete = connection.prepareStatement(FORGET)) {
                delete.setInt(1, Flush.KEY_LIVES_HOURS);
                delete.setInt(2, MOST);
                return delete.executeUpdate();
            }
        });
        LOG.debugf("Old idempotency keys are forgotten count=%d", forgotten);
        return forgotten;
    }
}
