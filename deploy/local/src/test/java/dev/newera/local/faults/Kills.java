package dev.newera.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newera.local.Replica;
import dev.newera.local.faults.Fault.Strike;
import java.time.Duration;

/** Processes that die by SIGKILL, at a moment that nobody chose. */
final class Kills {

    private static final Duration TO_TAKE_OVER = Duration.ofSeconds(10);

    private Kills() {}

    /** The worker, time and again; each time in the midst of what has gathered while it was away. */
    static Strike ofTheWorker(int times) {
        return trial -> trial.endWorker(times, () -> trial.system().kill("tagging_worker"));
    }

    /** chat-api, time and again; each time it is up and has work. */
    static Strike ofChatApi(int times) {
        return trial -> {
            for (int i = 0; i < times; i++) {
                trial.load().awaitAcknowledged(1 + trial.dice().nextInt(40));
                trial.system().kill("chat_api");
                trial.system().awaitReady("chat_api");
            }
        };
    }

    /** Of two chat-apis the one that announces dies and stays away: the other announces within seconds what both have taken. */
    static Strike ofTheAnnouncer() {
        return trial -> {
            try (var other = Replica.of(trial.system(), "chat-api").awaitReady()) {
                trial.load().awaitAcknowledged(1 + trial.dice().nextInt(40));
                trial.system().holdDown("chat_api");
                try {
                    trial.load().moveTo(other::url);
                    trial.load().awaitAcknowledged(20);
                    trial.load().rest();
                    await().atMost(TO_TAKE_OVER)
                            .untilAsserted(() ->
                                    assertThat(trial.store().unannounced()).isZero());
                } finally {
                    trial.system().release("chat_api");
                }
                trial.load().goOn();
                trial.load().moveTo(trial.system().chatApi()::url);
            }
        };
    }

    static Strike ofPostgres() {
        return trial -> {
            trial.system().kill("postgres");
            trial.system().awaitRunning("postgres");
        };
    }

    static Strike ofEverythingAtOnce() {
        return trial -> {
            for (var part : Absences.EVERYTHING) trial.system().process(part).destroyForcibly();
            for (var part : Absences.EVERYTHING) trial.system().awaitRunning(part);
        };
    }
}
