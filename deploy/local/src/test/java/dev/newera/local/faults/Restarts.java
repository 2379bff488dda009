package dev.newera.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.local.Replica;
import dev.newera.local.faults.Fault.Strike;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;

/** Processes that are asked to end, by SIGTERM, as every new release does: they finish what they have begun. */
final class Restarts {

    private static final String TWEETS = "chat.tweets.v1";
    private static final int IMPORTS = 4;
    private static final Duration STILL_FROZEN = Duration.ofSeconds(3);

    private Restarts() {}

    /** The worker, time and again, with nobody to take over; each time in the midst of what has gathered while it was away. */
    static Strike ofTheWorker(int times) {
        return trial -> trial.endWorker(times, () -> trial.system().terminate("tagging_worker"));
    }

    /** chat-api, time and again, with nobody to take over; who has begun to post is answered all the same. */
    static Strike ofChatApi(int times) {
        return trial -> {
            for (int i = 0; i < times; i++) {
                var slow = SlowPosting.begin(trial, trial.system().chatApi().url());
                trial.load().awaitAcknowledged(1 + trial.dice().nextInt(40));
                slow.endWhile(() -> trial.system().terminate("chat_api"));
                trial.system().awaitReady("chat_api");
            }
        };
    }

    /**
     * What chat-api has acknowledged is announced before it ends: tags need not wait for its next start. There is much to
     * announce, because the broker does not answer, and little time after it does for whoever would not wait.
     */
    static Strike ofTheAnnouncer() {
        return trial -> {
            trial.load().awaitAcknowledged(1 + trial.dice().nextInt(40));
            trial.load().rest();
            long before = trial.events().count(TWEETS);
            trial.system().freeze("kafka");
            try {
                for (int i = 0; i < IMPORTS; i++) trial.importMany();
                trial.system().putDown("chat_api", () -> {
                    Absences.letPass(STILL_FROZEN, () -> {});
                    trial.system().thaw("kafka");
                });
            } finally {
                trial.system().thaw("kafka");
            }
            try {
                assertThat(trial.store().unannounced()).as("not announced").isZero();
                assertThat(trial.events().count(TWEETS) - before).isGreaterThanOrEqualTo(IMPORTS * Trial.MANY);
            } finally {
                trial.system().release("chat_api");
            }
            trial.load().goOn();
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

    /** Kubernetes' way: no new requests, some time for everybody to hear of that, then SIGTERM. Who is slow is still at it. */
    private static void end(Trial trial, Balancer balancer, Replica replica) throws Exception {
        var slow = SlowPosting.begin(trial, replica.url());
        balancer.drain(replica);
        trial.load().awaitAcknowledged(Load.PEOPLE);
        slow.endWhile(replica::terminate);
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
