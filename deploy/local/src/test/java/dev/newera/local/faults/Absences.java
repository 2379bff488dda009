package dev.newera.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newera.local.faults.Fault.Strike;
import java.time.Duration;
import java.util.List;

/** Parts that do not answer for a while: they are away, or frozen with all their connections open. */
final class Absences {

    static final List<String> EVERYTHING = List.of("chat_api", "tagging_worker", "kafka", "postgres");

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final List<String> SERVICES = List.of("chat_api", "tagging_worker");

    private Absences() {}

    /** Posting and analysing do not need the broker: the services stay ready, and every posting is taken. */
    static Strike ofTheBroker(Duration away) {
        return trial -> {
            int before = trial.load().answers().size();
            trial.system().holdDown("kafka");
            try {
                letPass(away, () -> {
                    requireReady(trial);
                    requireLive(trial, SERVICES);
                });
                assertThat(trial.store().unannounced()).isPositive();
            } finally {
                trial.system().release("kafka");
            }
            assertThat(trial.load().answersFrom(before)).allMatch(Answer::isCreated);
        };
    }

    /** Without PostgreSQL nothing can be taken, and everybody is told so in time. */
    static Strike ofPostgres(Duration away) {
        return trial -> {
            int before = trial.load().answers().size();
            trial.system().holdDown("postgres");
            try {
                letPass(away, () -> requireLive(trial, SERVICES));
            } finally {
                trial.system().release("postgres");
            }
            assertThat(trial.load().answersFrom(before)).allMatch(Answer::isPolite);
        };
    }

    /** SIGSTOP: nobody's connection breaks, and nothing moves. The services that are not frozen stay live. */
    static Strike frozen(Duration away, String... parts) {
        var frozen = List.of(parts);
        var others =
                SERVICES.stream().filter(service -> !frozen.contains(service)).toList();
        return trial -> {
            for (var part : frozen) trial.system().freeze(part);
            try {
                letPass(away, () -> requireLive(trial, others));
            } finally {
                for (var part : frozen) trial.system().thaw(part);
            }
        };
    }

    /** A frozen database is no reason to hang, to lie or to hoard. */
    static Strike frozenPostgres(Duration away) {
        return trial -> {
            int before = trial.load().answers().size();
            frozen(away, "postgres").on(trial);
            assertThat(trial.load().answersFrom(before)).allMatch(Answer::isPolite);
        };
    }

    /** Somebody's open transaction holds every tweet of the chat; taggings wait, postings do not. */
    static Strike ofTheTweets(Duration away) {
        return trial -> {
            int before = trial.load().answers().size();
            try (var somebody = trial.store().connect();
                    var lock = somebody.prepareStatement("select from tweet for update")) {
                somebody.setAutoCommit(false);
                lock.execute();
                letPass(away, () -> requireLive(trial, SERVICES));
            }
            assertThat(trial.load().answersFrom(before)).allMatch(Answer::isCreated);
        };
    }

    /** Lets time pass, and looks all the while; what is seen once and should not be is the end of it. */
    static void letPass(Duration time, Trial.Step look) {
        long end = System.nanoTime() + time.toNanos();
        await().forever().pollInterval(BETWEEN_LOOKS).until(() -> {
            look.happens();
            return System.nanoTime() - end > 0;
        });
    }

    private static void requireReady(Trial trial) throws Exception {
        for (var service : SERVICES) {
            assertThat(trial.system().health(service).isReady())
                    .as(service + " is ready")
                    .isTrue();
        }
    }

    static void requireLive(Trial trial, List<String> services) throws Exception {
        for (var service : services) {
            assertThat(trial.system().health(service).isLive())
                    .as(service + " is live")
                    .isTrue();
        }
    }
}
