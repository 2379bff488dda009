package dev.newera.bench.soak;

import java.net.http.HttpClient;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Dashboards that look on until they are closed, each two seconds after it was answered. */
final class Dashboards implements AutoCloseable {
    private static final int PACE_MILLIS = 2_000;

    private final ScheduledExecutorService rounds;
    private final Answers answers = new Answers();

    private Dashboards(int count) {
        rounds = Executors.newScheduledThreadPool(count);
    }

    /** So many; they do not ask at the same moment. */
    static Dashboards lookingOn(int port, int count) {
        var dashboards = new Dashboards(count);
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = 0; i < count; i++) {
            var dashboard = new Dashboard(client, port, dashboards.answers);
            dashboards.rounds.scheduleWithFixedDelay(
                    dashboard, (long) i * PACE_MILLIS / count, PACE_MILLIS, TimeUnit.MILLISECONDS);
        }
        return dashboards;
    }

    Answers answers() {
        return answers;
    }

    @Override
    public void close() {
        rounds.shutdownNow();
        try {
            rounds.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
