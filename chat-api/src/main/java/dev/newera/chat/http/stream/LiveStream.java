package dev.newera.chat.http.stream;

import dev.newera.chat.Bell;
import dev.newera.chat.ChangeLog;
import dev.newera.chat.Failure;
import dev.newera.chat.Failure.Code;
import dev.newera.chat.SeeThemes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The chat as it happens: takes clients in, and holds together what they share. */
@Singleton
public final class LiveStream {
    private static final Duration LATER = Duration.ofSeconds(1);

    /** So many clients read the log by themselves at the same time; the others wait, and the pool is left to the rest. */
    private static final int READERS = 2;

    private final Vertx vertx;
    private final StreamConfig config;
    private final Subscribers subscribers = new Subscribers();
    private final Recent recent;
    private final Past past;
    private final Tail tail;
    private final WorkerExecutor readers;
    private final Counter dropped;
    private volatile boolean closing;

    LiveStream(
            Vertx vertx,
            ChangeLog log,
            SeeThemes themes,
            Bell bell,
            EventBodies bodies,
            StreamConfig config,
            MeterRegistry meters) {
        this.vertx = vertx;
        this.config = config;
        var frames = new Frames(bodies);
        this.recent = new Recent(config.recent().asLongValue());
        this.past = new Past(log, frames);
        this.tail = new Tail(log, themes, bell, frames, recent, subscribers);
        this.readers = vertx.createSharedWorkerExecutor("stream-past", READERS);
        this.dropped = meters.counter("chat.stream.dropped");
        meters.gauge("chat.stream.clients", subscribers, Subscribers::count);
    }

    void start(@Observes StartupEvent event) {
        tail.start();
        vertx.setPeriodic(config.heartbeat().toMillis(), ignored -> subscribers.beat());
    }

    /** Before the server waits for requests that are being answered: these would never be. */
    void close(@Observes ShutdownDelayInitiatedEvent event) {
        closing = true;
        subscribers.end();
    }

    void stop(@Observes ShutdownEvent event) {
        tail.stop();
        readers.close();
    }

    /**
     * Takes in the client of a request that is being answered on this thread; {@link Subscriber#open} begins.
     *
     * @param seen the last event that it has seen, null if it is new. Throws BUSY.
     */
    public Subscriber subscribe(RoutingContext request, EventId seen) {
        if (closing || subscribers.count() >= config.clients()) {
            throw Failure.of(Code.BUSY, "This replica has as many listeners as it takes; try again in a second.");
        }
        var subscriber = new Subscriber(request.response(), vertx.getOrCreateContext(), this, seen);
        subscribers.add(subscriber);
        long last = vertx.setTimer(config.longest().toMillis(), ignored -> subscriber.end());
        request.addEndHandler(ignored -> {
            vertx.cancelTimer(last);
            subscribers.remove(subscriber);
        });
        tail.wake();
        return subscriber;
    }

    Recent recent() {
        return recent;
    }

    /** Answered on the thread that asks. */
    Future<Past.Step> past(EventId place) {
        return readers.executeBlocking(() -> past.after(place), false);
    }

    void later(Runnable work) {
        vertx.setTimer(LATER.toMillis(), ignored -> work.run());
    }

    void countDropped() {
        dropped.increment();
    }
}
