package dev.newera.chat.kafka;

import dev.newera.chat.Bell;
import dev.newera.chat.ChangeLog;
import dev.newera.chat.ChangeLog.Following;
import dev.newera.chat.ChangeLog.Stretch;
import dev.newera.chat.Codebooks;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Announces what the change log says: reads a stretch, sends it, and moves its place only after the broker has everything. A crash
 * in between sends again, and readers drop the second copy. One replica does this at a time; the others keep knocking.
 */
@Singleton
class Relay {
    /** Rows of the log read at once, and so the most records in flight. */
    static final int STRETCH = 1_000;

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final String NAME = "relay";
    private static final Duration LOOK_AROUND = Duration.ofMillis(100);
    private static final Duration KNOCK_AGAIN = Duration.ofSeconds(1);

    private final ChangeLog log;
    private final Codebooks codebooks;
    private final Announcer announcer;
    private final Bell bell;
    private final String codebookId;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private int announcedCodebook;
    private final Thread thread = new Thread(this::run, "relay");

    Relay(
            ChangeLog log,
            Codebooks codebooks,
            Announcer announcer,
            Bell bell,
            KafkaConfig config,
            MeterRegistry meters) {
        this.log = log;
        this.codebooks = codebooks;
        this.announcer = announcer;
        this.bell = bell;
        this.codebookId = config.codebook();
        Gauge.builder("chat.relay.behind", log, it -> it.behind(NAME))
                .description("Changes that are stored and not yet announced; the same on every replica")
                .register(meters);
    }

    /** After the default codebook has been published. */
    void start(@Observes @Priority(100) StartupEvent event) {
        thread.start();
    }

    /** Ends when what was stored before this is announced, so that nobody has to wait for the next start; or after some seconds. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        bell.ring();
        thread.join(Duration.ofSeconds(10).toMillis());
    }

    /** False when the thread has died. */
    boolean isAlive() {
        return thread.getState() != Thread.State.TERMINATED;
    }

    private void run() {
        while (!isStopping(Duration.ZERO)) {
            try {
                followIfAlone();
            } catch (RuntimeException error) {
                LOG.warnf("The relay pauses and goes on from where it was error=%s", reason(error));
            }
            isStopping(KNOCK_AGAIN);
        }
    }

    private static String reason(Throwable error) {
        return error.getCause() == null ? error.getMessage() : error.getCause().toString();
    }

    private void followIfAlone() {
        var following = log.follow(NAME);
        if (following.isPresent()) {
            try (var hold = following.get()) {
                LOG.info("The relay announces from here");
                follow(hold);
            }
        }
    }

    /** The codebook goes out once by each process: a broker that lost its topics gets it again at the next start. */
    private void announceCodebook() {
        var newest = codebooks.newest(codebookId).filter(codebook -> codebook.version() > announcedCodebook);
        if (newest.isPresent()) {
            announcer.announce(newest.get()).join();
            announcedCodebook = newest.get().version();
        }
    }

    private void follow(Following following) {
        announceCodebook();
        long end = -1;
        boolean isLastLook = false;
        while (!isLastLook) {
            boolean stops = isStopping(Duration.ZERO);
            long rings = bell.rings();
            var stretch = following.next(STRETCH);
            announce(stretch);
            following.dealtWith(stretch);
            boolean isAtEnd = stretch.upTo() == end;
            isLastLook = isAtEnd && stops;
            if (isAtEnd && !stops) {
                waitForNews(rings);
            }
            end = stretch.upTo();
        }
    }

    private void announce(Stretch stretch) {
        var sent = stretch.changes().stream().map(announcer::announce).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(sent).join();
    }

    private void waitForNews(long rings) {
        try {
            bell.await(rings, LOOK_AROUND);
        } catch (InterruptedException e) {
            stopping.countDown();
        }
    }

    private boolean isStopping(Duration wait) {
        try {
            return stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }
}
