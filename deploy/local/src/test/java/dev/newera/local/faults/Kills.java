package dev.newera.local.faults;

import dev.newera.local.faults.Fault.Strike;

/** Processes that die by SIGKILL, at a moment that nobody chose. */
final class Kills {

    private Kills() {}

    /** One service, time and again; each time it is up and has work. */
    static Strike of(String service, int times) {
        return trial -> {
            for (int i = 0; i < times; i++) {
                trial.load().awaitAcknowledged(1 + trial.dice().nextInt(40));
                trial.system().kill(service);
                trial.system().awaitReady(service);
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
