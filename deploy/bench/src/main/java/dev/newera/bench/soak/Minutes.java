package dev.newera.bench.soak;

import dev.newera.bench.system.Cores;
import dev.newera.bench.system.Footprint;
import dev.newera.bench.system.Stage;
import dev.newera.bench.system.Storage;
import dev.newera.bench.system.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Notes how things stand, minute by minute, and says so at once. */
final class Minutes {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Stage stage;
    private final Plan plan;
    private final Tally acknowledged;
    private final Journeys journeys;
    private final Waits asked;
    private final Tables tables;
    private final long start = System.nanoTime();
    private final List<Minute> all = new ArrayList<>();
    private Cores cores;

    /** Begins now. */
    Minutes(Stage stage, Plan plan, Tally acknowledged, Journeys journeys, Waits asked) {
        this.stage = stage;
        this.plan = plan;
        this.acknowledged = acknowledged;
        this.journeys = journeys;
        this.asked = asked;
        this.tables = new Tables(stage.database());
        this.cores = Cores.now(stage);
        System.err.println(Report.LATENESS);
    }

    Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** How long it is until the next one is to be noted; a minute that took too long to look at is not made up for. */
    Duration untilNext() {
        return MINUTE.minusNanos(sinceStart().toNanos() % MINUTE.toNanos());
    }

    void note() {
        var before = cores;
        var since = sinceStart();
        cores = Cores.now(stage);
        all.add(new Minute(
                (double) since.toMillis() / MINUTE.toMillis(),
                plan.due(since),
                acknowledged.sum().tweets(),
                tables.countedTagged(),
                tables.counted(),
                journeys.acknowledged().sinceThen(),
                journeys.themes().sinceThen(),
                asked.sinceThen(),
                cores.since(before),
                Footprint.of(stage),
                Storage.of(stage)));
        System.err.println(Report.late(all.get(all.size() - 1)));
    }

    List<Minute> all() {
        return all;
    }
}
