package dev.newera.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newera.local.Events;
import dev.newera.local.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** One fault, under load, with the dice of one seed: what happens, and then the verdict. */
final class Trial {

    /** Tweets in an import. */
    static final int MANY = 1_000;

    private static final Duration HEALED_WITHIN = Duration.ofSeconds(60);
    private static final String TAGGINGS = "chat.taggings.v1";
    private static final Map<String, Object> IMPORTED =
            Map.of("text", "Support was lacking, said many at once", "author", Map.of("username", "nhslean"));

    private final RunningSystem system;
    private final Fault fault;
    private final long seed;
    private final String name;
    private final Random dice;
    private final Ledger ledger;
    private final Load load;
    private final Store store;
    private final Letters letters;
    private final Map<Place, String> poison = new HashMap<>();
    private final Set<String> taggedAgain = new HashSet<>();

    /** A part of what happens. */
    interface Step {
        void happens() throws Exception;
    }

    private Trial(RunningSystem system, Fault fault, long seed) throws Exception {
        this.system = system;
        this.fault = fault;
        this.seed = seed;
        // Two trials of one seed on one system are two crowds.
        this.name = "faults/" + seed + "/" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        this.dice = new Random(seed);
        this.ledger = new Ledger(ledgerFile());
        this.store = new Store(system.database());
        this.letters = Letters.fromNow(system.bootstrapServers());
        this.load = Load.on(system.chatApi()::url, ledger, name, dice);
    }

    /** Lets it happen, and fails with the verdict and the seed if the system is not whole again a minute later. */
    static void survive(RunningSystem system, Fault fault, long seed) throws Exception {
        var trial = new Trial(system, fault, seed);
        try {
            trial.run();
        } catch (Exception | AssertionError e) {
            var complaint = "Not survived: " + fault + ". Again by: deploy/local/faults " + fault.number()
                    + " --named \"" + fault.name() + "\" --seed " + seed;
            // Whoever runs all of them for hours need not wait for the end.
            System.out.println(complaint + "\n" + e.getMessage());
            throw new AssertionError(complaint, e);
        }
    }

    private void run() throws Exception {
        try (ledger) {
            try (load) {
                load.awaitAcknowledged(1 + dice.nextInt(50));
                fault.strike().on(this);
                load.awaitAcknowledged(20);
            }
            awaitWhole();
        }
        System.out.printf(
                "Survived %s, seed %d: %d tried, %d acknowledged%n",
                fault, seed, ledger.attempted().size(), ledger.acknowledgedCount());
    }

    /** Lets people post some more, and waits until every tweet is tagged. */
    void postAndTag() {
        load.awaitAcknowledged(20 + dice.nextInt(40));
        load.rest();
        await().atMost(HEALED_WITHIN)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(store.untagged()).isEmpty());
        load.goOn();
    }

    /** Ends the worker in that way, time and again; each time in the midst of what has gathered while it was away. */
    void endWorker(int times, Step ending) throws Exception {
        load.awaitAcknowledged(1 + dice.nextInt(40));
        for (int i = 0; i < times; i++) endWorker(ending);
    }

    private void endWorker(Step ending) throws Exception {
        ending.happens();
        long answers = events().count(TAGGINGS) + dice.nextInt(MANY / 2);
        importMany();
        await().atMost(HEALED_WITHIN)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> events().count(TAGGINGS) > answers);
    }

    /** Another program hands over a thousand tweets at once. */
    void importMany() throws IOException {
        system.chatApi().post("/v1/tweets/batch", Collections.nCopies(MANY, IMPORTED));
    }

    /** Waits until nothing is wrong, and fails with what is after a minute. */
    void awaitWhole() {
        await().atMost(HEALED_WITHIN)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(Verdict.on(this).complaints()).isEmpty());
    }

    RunningSystem system() {
        return system;
    }

    Fault fault() {
        return fault;
    }

    long seed() {
        return seed;
    }

    /** Begins the source of every tweet that the load posts. */
    String name() {
        return name;
    }

    Random dice() {
        return dice;
    }

    Ledger ledger() {
        return ledger;
    }

    Load load() {
        return load;
    }

    Store store() {
        return store;
    }

    Letters letters() {
        return letters;
    }

    Events events() throws IOException {
        return new Events(system.bootstrapServers());
    }

    /** The records that must become dead letters, each with words that its reason must have. */
    Map<Place, String> poison() {
        return poison;
    }

    /** What rightly stands twice in the log: a newer tagger has tagged the tweet once more. */
    Set<String> taggedAgain() {
        return taggedAgain;
    }

    private static Path ledgerFile() throws Exception {
        var folder = Files.createDirectories(Path.of("target", "runs"));
        return Files.createTempDirectory(folder, "ledger-").resolve("ledger.txt");
    }
}
