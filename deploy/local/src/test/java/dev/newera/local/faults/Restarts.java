package dev.newera.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.local.Replica;
import dev.newera.local.faults.Fault.Strike;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;

/** Processes that are asked to end, by SIGTERM, as every new release does: they finish what they have begun. */
final class Restarts {

    private Restarts() {}

    /** One service, time and again, with nobody to take over. */
    static Strike of(String service, int times) {
        return trial -> {
            for (int i = 0; i < times; i++) {
                trial.load().awaitAcknowledged(1 + trial.dice().nextInt(40));
                trial.system().terminate(service);
                trial.system().awaitReady(service);
            }
        };
    }

    /** What chat-api has acknowledged is announced before it ends: tags need not wait for its next start. */
    static Strike ofTheAnnouncer() {
        return trial -> {
            trial.system().putDown("chat_api");
            assertThat(trial.store().unannounced()).isZero();
            trial.system().release("chat_api");
        };
    }

    /** Two instances of chat-api, each replaced by a new one as a rolling update does. No request fails. */
    static Strike rollingUpdate() {
        return trial -> {
            var running = new ArrayDeque<Replica>();
            var balancer = new Balancer();
            try {
                for (int i = 0; i < 2; i++) running.add(started(trial, balancer));
                trial.load().moveTo(balancer);
                int before = trial.load().answers().size();
                for (int i = 0; i < 2; i++) {
                    running.add(started(trial, balancer));
                    trial.load().awaitAcknowledged(1 + trial.dice().nextInt(40));
                    end(trial, balancer, running.remove());
                }
                trial.load().moveTo(trial.system().chatApi()::url);
                assertThat(trial.load().answersFrom(before)).allMatch(Answer::isCreated);
            } finally {
                for (var replica : running) replica.close();
            }
        };
    }

    /** Kubernetes' way: no new requests, some time for everybody to hear of that, then SIGTERM. */
    private static void end(Trial trial, Balancer balancer, Replica replica) {
        balancer.drain(replica);
        trial.load().awaitAcknowledged(Load.PEOPLE);
        replica.terminate();
    }

    /** Workers come and go, by either signal; the one that stays is live all the while. */
    static Strike rebalanceStorm(Duration storm) {
        return trial -> {
            var extra = new ArrayDeque<Replica>();
            long end = System.nanoTime() + storm.toNanos();
            try {
                while (System.nanoTime() - end < 0) {
                    if (extra.size() < 1 + trial.dice().nextInt(3)) {
                        extra.add(Replica.of(trial.system(), "tagging-worker"));
                    } else if (trial.dice().nextBoolean()) {
                        extra.remove().terminate();
                    } else {
                        extra.remove().close();
                    }
                    Absences.letPass(
                            Duration.ofSeconds(3), () -> Absences.requireLive(trial, List.of("tagging_worker")));
                }
            } finally {
                for (var replica : extra) replica.close();
            }
        };
    }

    private static Replica started(Trial trial, Balancer balancer) throws Exception {
        var replica = Replica.of(trial.system(), "chat-api").awaitReady();
        balancer.add(replica);
        return replica;
    }
}
