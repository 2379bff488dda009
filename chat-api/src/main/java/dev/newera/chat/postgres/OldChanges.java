package dev.newera.chat.postgres;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Drops changes that are older than the log is kept, but never one that a follower with a stored place has yet to read: what waits
 * for a broker that is away waits for as long as it takes. Any replica may do it, also two at once.
 */
@ApplicationScoped
class OldChanges {
    /** So few at once that nobody waits long for their rows. */
    static final int MOST = 10_000;

    private static final Logger LOG = Logger.getLogger(OldChanges.class);

    /** From the oldest on, and so without an index on time: numbers grow as time does, but for the moments that writers overlap. */
    private static final String DROP = """
            with oldest as (
                select no, at
                from change
                where no <= (select min(no) from follower)
                order by no
                limit ?
            ), old as (
                select max(no) as no
                from oldest
                where at < now() - make_interval(secs => ?)
            ), told as (
                update forgotten
                set no = old.no
                from old
                where forgotten.no < old.no
            )
            delete from change
            using old
            where change.no <= old.no
            """;

    private final Database database;
    private final Duration kept;

    OldChanges(Database database, LogConfig config) {
        this(database, config.kept());
    }

    OldChanges(Database database, Duration kept) {
        this.database = database;
        this.kept = kept;
    }

    @Scheduled(every = "1h", delayed = "2m")
    void forget() {
        while (forgetSome() == MOST) {}
    }

    /** Returns how many. */
    int forgetSome() {
        int dropped = database.write(connection -> {
            try (var delete = connection.prepareStatement(DROP)) {
                delete.setInt(1, MOST);
                delete.setDouble(2, kept.toSeconds());
                return delete.executeUpdate();
            }
        });
        LOG.debugf("Old changes are dropped count=%d", dropped);
        return dropped;
    }
}
