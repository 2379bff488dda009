package dev.newera.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.newera.local.Replica;
import dev.newera.local.faults.Fault.Strike;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Clocks that go wrong. What orders the chat, and what its counts are kept by, is chat-api's time; nothing hangs on what a
 * worker or a person thinks that it is.
 */
final class Clocks {

    private Clocks() {}

    /** All tags come from a worker whose clock is wrong; nobody but its own {@code tagged_at} knows. */
    static Strike ofTheWorker(Duration off) {
        return trial -> {
            trial.system().holdDown("tagging_worker");
            try (var worker = Replica.of(trial.system(), "tagging-worker", clock(off))) {
                worker.awaitReady();
                trial.postAndTag();
                assertThat(worker.health().isLive()).isTrue();
                assertThat(trial.store().newestTagging())
                        .isCloseTo(Instant.now().plus(off), within(off.abs().toMinutes() / 10, ChronoUnit.MINUTES));
            } finally {
                trial.system().release("tagging_worker");
            }
            assertThat(trial.store().bucketsAhead()).isEmpty();
        };
    }

    /** A person's clock may be some minutes ahead; who is further ahead is told, and no count stands in a time to come. */
    static Strike ofPeople() {
        return trial -> {
            for (var ahead : List.of(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofDays(2_900_000))) {
                assertThat(post(trial, ahead)).isEqualTo(422);
            }
            trial.load().awaitAcknowledged(1 + trial.dice().nextInt(20));
            assertThat(trial.store().bucketsAhead()).isEmpty();
        };
    }

    private static int post(Trial trial, Duration ahead) throws IOException {
        var chat = trial.system().chatApi();
        return chat.send("application/json", """
                {"text": "from tomorrow", "author": {"username": "helenbevan"}, "created_at": "%s"}
                """.formatted(Instant.now().plus(ahead)))
                .statusCode();
    }

    /** By libfaketime, which a whole process sees; clocks that only measure how long something takes stay right. */
    private static Map<String, String> clock(Duration off) throws IOException {
        return Map.of(
                "LD_PRELOAD",
                fakeTime(),
                "FAKETIME",
                (off.isNegative() ? "-" : "+") + off.abs().toSeconds() + "s",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // Otherwise every wait of a JVM ends at once.
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0",
                "NO_FAKE_STAT",
                "1");
    }

    private static String fakeTime() throws IOException {
        var asked = new ProcessBuilder("/bin/sh", "-c", "faketime -f +0 printenv LD_PRELOAD").start();
        var library = new String(asked.getInputStream().readAllBytes()).strip();
        assertThat(library)
                .as("faketime is not installed (Debian: apt install faketime)")
                .isNotEmpty();
        return library;
    }
}
