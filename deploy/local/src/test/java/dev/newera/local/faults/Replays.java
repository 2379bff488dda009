package dev.newera.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.local.faults.Fault.Strike;
import java.util.Set;

/** The past, delivered again. The chat that was at rest must be the same afterwards, byte for byte. */
final class Replays {

    private Replays() {}

    /** Whoever reads a topic begins at its beginning again. */
    static Strike fromTheBeginning() {
        return trial -> changingNothing(trial, () -> {
            readAgain(trial, "tagging_worker", "chat.tweets.v1", "tagging-worker");
            readAgain(trial, "chat_api", "chat.taggings.v1", "chat-api");
        });
    }

    /** Everything that was said of the load's tweets is said again, in no order. */
    static Strike inNoOrder() {
        return trial -> changingNothing(trial, () -> {
            var tweets = Set.copyOf(trial.ledger().acknowledged().values());
            trial.events().sendAgain("chat.tweets.v1", tweets, "tagging-worker", trial.dice());
            trial.events().sendAgain("chat.taggings.v1", tweets, "chat-api", trial.dice());
        });
    }

    private static void readAgain(Trial trial, String reader, String topic, String group) throws Exception {
        trial.system().holdDown(reader);
        trial.events().moveToBeginning(topic, group);
        trial.system().release(reader);
        trial.system().awaitReady(reader);
        trial.events().awaitRead(topic, group);
    }

    private static void changingNothing(Trial trial, Trial.Step replay) throws Exception {
        trial.load().rest();
        trial.awaitWhole();
        var before = trial.store().everything();
        replay.happens();
        assertThat(trial.store().everything()).isEqualTo(before);
        trial.load().goOn();
    }
}
