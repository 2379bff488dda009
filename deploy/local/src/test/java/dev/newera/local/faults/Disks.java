package dev.newera.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newera.embedded.Durability;
import dev.newera.embedded.Ports;
import dev.newera.embedded.postgres.PostgresServer;
import dev.newera.embedded.postgres.PostgresSettings;
import dev.newera.local.RunningSystem;
import dev.newera.local.SmallDisk;
import dev.newera.local.faults.Fault.Strike;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Disks that are full. Whoever needs room gets it back some time later, and nobody does anything else for them. */
final class Disks {

    private static final Duration TO_NOTICE = Duration.ofMinutes(2);
    private static final List<String> SERVICES = List.of("chat_api", "tagging_worker");

    private Disks() {}

    /** Nothing can be taken, and everybody is told so in time; what was acknowledged before is there afterwards. */
    static Strike ofPostgresFull(Duration full) {
        return ofPostgresFull(full, trial -> {});
    }

    /**
     * The same where not even PostgreSQL's log has room: it ends with a PANIC, and cannot be started before there is some.
     * Whoever looks after it starts it again, here the launcher.
     */
    static Strike ofPostgresLogFull(Duration full) {
        return ofPostgresFull(full, trial -> trial.store().askForMoreLog());
    }

    private static Strike ofPostgresFull(Duration full, Strike more) {
        return onSystemOfItsOwn("postgres-18", trial -> {
            int before = trial.load().answers().size();
            trial.system().fillDisk();
            try {
                more.on(trial);
                await().atMost(TO_NOTICE)
                        .until(() -> trial.load().answersFrom(before).stream().anyMatch(answer -> !answer.isCreated()));
                Absences.letPass(full, () -> Absences.requireLive(trial, SERVICES));
            } finally {
                trial.system().freeDisk();
            }
            trial.system().awaitRunning("postgres");
            assertThat(trial.load().answersFrom(before)).allMatch(Answer::isPolite);
        });
    }

    /** Posting does not need the broker, so nobody who posts notices. */
    static Strike ofTheBrokerFull(Duration full) {
        return onSystemOfItsOwn("kafka-4.1", trial -> {
            int before = trial.load().answers().size();
            trial.system().fillDisk();
            try {
                await().atMost(TO_NOTICE).until(() -> trial.store().unannounced() > 0);
                Absences.letPass(full, () -> Absences.requireLive(trial, SERVICES));
                assertThat(trial.store().unannounced()).isPositive();
            } finally {
                trial.system().freeDisk();
            }
            assertThat(trial.load().answersFrom(before)).allMatch(Answer::isCreated);
        });
    }

    /** The one that all trials share has the machine's own disk. */
    private static Strike onSystemOfItsOwn(String folder, Strike strike) {
        return shared -> {
            shared.load().rest();
            var data = RunningSystem.freshFolder("small-disk");
            makeDatabase(data);
            try (var system = new RunningSystem(data, new SmallDisk(folder)).start()) {
                Trial.survive(system, new Fault(21, shared.fault().name(), strike), shared.seed());
            }
            shared.load().goOn();
        };
    }

    /** Before the disk takes the folder's place: a new database is made aside and moved there, which no disk allows. */
    private static void makeDatabase(Path data) {
        var settings = new PostgresSettings(
                data.resolve("postgres-18"), data.resolve("first-start.log"), Ports.free(), Durability.DURABLE);
        PostgresServer.start(settings).close();
    }
}
