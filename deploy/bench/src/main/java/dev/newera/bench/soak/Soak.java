package dev.newera.bench.soak;

import dev.newera.bench.load.HttpLoad;
import dev.newera.bench.load.Listeners;
import dev.newera.bench.load.Posts;
import dev.newera.bench.load.Samples;
import dev.newera.bench.system.Stage;
import dev.newera.bench.system.Tables;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The chat that never pauses, and those who look on. Ends in bounded time, whether or not the system keeps up. */
final class Soak {
    private static final int POSTERS = 64;
    private static final int LISTENERS = 50;
    private static final int DASHBOARDS = 5;
    private static final Duration POLL = Duration.ofMillis(100);

    /** What has not come so long after the last post will not be waited for. */
    private static final Duration TO_CATCH_UP = Duration.ofMinutes(5);

    private static final Duration TO_RECOUNT = Duration.ofMinutes(20);

    private final Stage stage;
    private final Tables tables;
    private final Plan plan;
    private final Journeys journeys = new Journeys();
    private final Tally acknowledged = new Tally(journeys::isPosted);
    private final List<Tally> told = everybody();
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final Findings findings = new Findings();

    Soak(Stage stage, Plan plan) {
        this.stage = stage;
        this.tables = new Tables(stage.database());
        this.plan = plan;
    }

    /** The last one to come tells how late it was. */
    private List<Tally> everybody() {
        var others = Stream.generate(Tally::new).limit(LISTENERS - 1L);
        return Stream.concat(others, Stream.of(new Tally(journeys::isTold))).toList();
    }

    /** Returns what each minute was like; what was found wrong stands in {@link #findings}. */
    List<Minute> run() {
        stage.startWorker();
        int port = stage.chatApi().port();
        try (var listening = Listeners.telling(port, "tweet.tagged", told);
                var dashboards = Dashboards.lookingOn(port, DASHBOARDS);
                var load = new HttpLoad(port, POSTERS)) {
            var answers = dashboards.answers();
            var minutes = new Minutes(stage, plan, acknowledged, journeys, answers.waits());
            var posts =
                    Posts.paced(plan.perSecond(), plan.time(), Samples.posts()).telling(acknowledged);
            var posting = CompletableFuture.runAsync(() -> load.run(posts));
            watch(minutes, posting);
            tell(answers);
            check(posting, posts, answers);
            return minutes.all();
        }
    }

    /** The last thing noted is how it ended. */
    private void watch(Minutes minutes, CompletableFuture<Void> posting) {
        var most = plan.time().plus(TO_CATCH_UP);
        BooleanSupplier isOver =
                () -> minutes.sinceStart().compareTo(most) > 0 || posting.isDone() && isEverythingTold();
        boolean wasOver;
        do {
            await(minutes.untilNext(), isOver);
            wasOver = isOver.getAsBoolean();
            minutes.note();
        } while (!wasOver);
    }

    /** By then it is tagged as well. */
    private boolean isEverythingTold() {
        long tweets = acknowledged.sum().tweets();
        return told.stream().allMatch(it -> !it.hasStayed() || it.sum().tweets() >= tweets)
                && tables.countedTagged() >= tweets;
    }

    /** Returns when that holds, or that much time has passed. */
    private static void await(Duration most, BooleanSupplier condition) {
        long end = System.nanoTime() + most.toNanos();
        while (System.nanoTime() < end && !condition.getAsBoolean()) {
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private void tell(Answers answers) {
        figures.put("tweets due", plan.due(plan.time()));
        figures.put("tweets acknowledged", acknowledged.sum().tweets());
        figures.put("posted, ms", journeys.acknowledged().all());
        figures.put("themes told, ms", journeys.themes().all());
        figures.put("dashboards answered, ms", answers.waits().all());
        figures.put("of these answers the dashboard had already", answers.unchanged());
        figures.put(
                "listeners that stayed of " + LISTENERS,
                told.stream().filter(Tally::hasStayed).count());
    }

    private void check(CompletableFuture<Void> posting, Posts posts, Answers answers) {
        findings.check(() -> requireDone(posting));
        findings.check(posts::requireNoneRefused);
        findings.check(answers::requireNoneFailed);
        findings.check(() -> tables.requireStored(posts.acknowledged()));
        findings.check(tables::requireTagged);
        findings.check(this::requireToldOnce);
        long start = System.nanoTime();
        findings.check(() -> stage.command(TO_RECOUNT, "counts", "verify"));
        figures.put(
                "counts verify, s", Duration.ofNanos(System.nanoTime() - start).toSeconds());
        figures.put("found wrong", findings.wrong());
    }

    private static void requireDone(CompletableFuture<Void> posting) {
        if (!posting.isDone()) {
            throw new IllegalStateException("Wrong answer: none, to some who posted");
        }
        posting.join();
    }

    private void requireToldOnce() {
        var everything = acknowledged.sum();
        for (var listener : told) {
            if (listener.hasStayed() && !listener.sum().equals(everything)) {
                throw new IllegalStateException(
                        "Wrong answer: a listener that stayed was told of %,d tweets, of %,d that were acknowledged, or of others"
                                .formatted(listener.sum().tweets(), everything.tweets()));
            }
        }
    }

    Map<String, Object> figures() {
        return figures;
    }

    Findings findings() {
        return findings;
    }
}
