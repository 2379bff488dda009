package dev.newera.local.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What may happen. The numbers are those of the table in docs/operations.md. */
final class Faults {

    private Faults() {}

    /** Small forms of some, for every build. */
    static List<Fault> brief() {
        return List.of(
                new Fault(1, "kill -9 the worker", Kills.ofTheWorker(1)),
                new Fault(2, "kill -9 chat-api", Kills.ofChatApi(1)),
                new Fault(2, "kill -9 who announces; another takes over", Kills.ofTheAnnouncer()),
                new Fault(3, "the broker away for 5 s", Absences.ofTheBroker(seconds(5))),
                new Fault(5, "kill -9 PostgreSQL", Kills.ofPostgres()),
                new Fault(7, "kill -9 all four at once", Kills.ofEverythingAtOnce()),
                new Fault(8, "poison on every topic", Poison.onEveryTopic()),
                new Fault(9, "every event again, in no order", Replays.inNoOrder()));
    }

    /** Each as it is meant. */
    static List<Fault> all() {
        var everything = Absences.EVERYTHING.toArray(String[]::new);
        return List.of(
                new Fault(1, "kill -9 the worker, ten times", Kills.ofTheWorker(10)),
                new Fault(2, "kill -9 chat-api, ten times", Kills.ofChatApi(10)),
                new Fault(2, "kill -9 who announces; another takes over", Kills.ofTheAnnouncer()),
                new Fault(3, "kill -9 the broker, back after 20 s", Absences.ofTheBroker(seconds(20))),
                new Fault(4, "the broker away for 5 minutes", Absences.ofTheBroker(seconds(300))),
                new Fault(5, "kill -9 PostgreSQL", Kills.ofPostgres()),
                new Fault(5, "PostgreSQL away for 20 s", Absences.ofPostgres(seconds(20))),
                new Fault(6, "PostgreSQL frozen for 60 s", Absences.frozenPostgres(seconds(60))),
                new Fault(6, "the worker frozen for 20 s", Absences.frozen(seconds(20), "tagging_worker")),
                new Fault(6, "chat-api frozen for 20 s", Absences.frozen(seconds(20), "chat_api")),
                new Fault(6, "the broker frozen for 20 s", Absences.frozen(seconds(20), "kafka")),
                new Fault(6, "everything frozen for 20 s", Absences.frozen(seconds(20), everything)),
                new Fault(7, "kill -9 all four at once", Kills.ofEverythingAtOnce()),
                new Fault(8, "poison on every topic", Poison.onEveryTopic()),
                new Fault(9, "every topic read again from its beginning", Replays.fromTheBeginning()),
                new Fault(9, "every event again, in no order", Replays.inNoOrder()),
                new Fault(10, "workers come and go for 2 minutes", Restarts.rebalanceStorm(seconds(120))),
                new Fault(11, "the worker frozen for 90 s", Absences.frozen(seconds(90), "tagging_worker")),
                new Fault(11, "every tweet locked for 90 s", Absences.ofTheTweets(seconds(90))),
                new Fault(19, "500 listeners who never read", Listeners.whoNeverRead(500)),
                new Fault(20, "the worker's clock an hour ahead", Clocks.ofTheWorker(seconds(3_700))),
                new Fault(20, "the worker's clock an hour behind", Clocks.ofTheWorker(seconds(-3_700))),
                new Fault(20, "people from tomorrow", Clocks.ofPeople()),
                new Fault(21, "no room for PostgreSQL for 20 s", Disks.ofPostgresFull(seconds(20))),
                new Fault(21, "no room for PostgreSQL's log for 20 s", Disks.ofPostgresLogFull(seconds(20))),
                new Fault(21, "no room for the broker for 20 s", Disks.ofTheBrokerFull(seconds(20))),
                new Fault(22, "events of an older and a newer chat-api", Versions.ofChatApi()),
                new Fault(22, "taggings of an older and a newer worker", Versions.ofTheWorker()),
                new Fault(24, "SIGTERM to the worker, five times", Restarts.ofTheWorker(5)),
                new Fault(24, "SIGTERM to chat-api, five times", Restarts.ofChatApi(5)),
                new Fault(24, "SIGTERM to who announces", Restarts.ofTheAnnouncer()),
                new Fault(24, "rolling update of chat-api", Restarts.rollingUpdate()),
                new Fault(27, "PostgreSQL restored from a copy and its log", Restore.fromACopyAndTheLog()));
    }

    /** What needs another build of the services, in that checkout. */
    static Fault sideBySide(Path other) {
        return new Fault(22, "side by side with the services built in " + other, Versions.sideBySide(other));
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
