package dev.newera.chat.postgres;

import dev.newera.chat.Bell;
import dev.newera.chat.Failure;
import dev.newera.chat.Failure.Code;
import dev.newera.chat.Postbox;
import dev.newera.chat.Traces;
import dev.newera.chat.postgres.Database.Refused;
import dev.newera.chat.postgres.Flush.Settled;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Group commit: concurrent postings queue, one flusher takes all that gathered during its last flush, stores them in one
 * transaction and then answers each. There is no timer: a lone posting finds the flusher idle and waits for nobody.
 *
 * <p>Why not a transaction for each: the disk's flush is what a commit costs, and here hundreds share one. With 256 clients that was
 * 1.9 times as many tweets a second as 256 connections stored that insert one by one, HTTP included (docs/performance.md). Why not two flushers:
 * both would wait for the same log lock. The queue is bounded, so a database that is slower than the world outside makes BUSY
 * answers, not a heap that grows.
 */
final class GroupedPostbox implements Postbox, AutoCloseable {
    private static final Duration IDLE = Duration.ofMillis(200);

    private final Database database;
    private final Bell bell;
    private final Traces traces;
    private final int most;
    private final BlockingQueue<Waiting> queue;
    private final Set<String> keysInUse = ConcurrentHashMap.newKeySet();
    private final Timer flushTime;
    private final DistributionSummary flushSize;
    private final Thread flusher = new Thread(this::run, "postbox-flusher");
    private volatile boolean closing;
    private volatile boolean ended;

    /** @param trace null where nobody collects traces */
    private record Waiting(Posting posting, String trace, CompletableFuture<Posted> answer) {}

    /**
     * @param traces where the trace is found that a posting belongs to
     * @param most postings in one flush
     * @param room postings that may wait
     * @param meters where operators see how full it is, and how long flushes take
     */
    GroupedPostbox(Database database, Bell bell, Traces traces, int most, int room, MeterRegistry meters) {
        this.database = database;
        this.bell = bell;
        this.traces = traces;
        this.most = most;
        this.queue = new ArrayBlockingQueue<>(room);
        this.flushTime = Timer.builder("chat.flush")
                .description("Flushes to the database, and how long one took")
                .register(meters);
        this.flushSize = DistributionSummary.builder("chat.flush.tweets")
                .description("Tweets in a flush")
                .register(meters);
        Gauge.builder("chat.postbox.waiting", queue, Collection::size)
                .description("Tweets that wait to be stored")
                .register(meters);
    }

    GroupedPostbox open() {
        flusher.start();
        return this;
    }

    @Override
    public CompletionStage<Posted> put(Posting posting) {
        var waiting = new Waiting(posting, traces.current(), new CompletableFuture<>());
        if (!takesKey(posting)) {
            waiting.answer()
                    .completeExceptionally(Failure.of(
                            Code.CONFLICT,
                            "The first request with this Idempotency-Key is still being answered; try again soon."));
        } else if (closing || !queue.offer(waiting)) {
            fail(waiting, busy());
        } else if (ended) {
            failAllThatWait(busy());
        }
        return waiting.answer();
    }

    private static Failure busy() {
        return Failure.of(Code.BUSY, "More tweets are waiting than can be stored at once; try again in a second.");
    }

    /** Postings that wait at this moment. */
    int waiting() {
        return queue.size();
    }

    /** False when the flusher has died, or ended because it was told to. */
    boolean isAlive() {
        return flusher.isAlive();
    }

    /** Stores everything that waits, then ends; postings that come later are BUSY. */
    @Override
    public void close() {
        closing = true;
        try {
            flusher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean takesKey(Posting posting) {
        return posting.key().map(key -> keysInUse.add(key.key())).orElse(true);
    }

    private void freeKey(Posting posting) {
        posting.key().ifPresent(key -> keysInUse.remove(key.key()));
    }

    private void run() {
        try {
            while (!closing || !queue.isEmpty()) {
                var gathered = gather();
                if (!gathered.isEmpty()) {
                    flush(gathered);
                }
            }
        } finally {
            // In this order: who queues before the last look is found by it, who queues after it sees the end.
            ended = true;
            failAllThatWait(busy());
        }
    }

    private List<Waiting> gather() {
        var gathered = new ArrayList<Waiting>();
        try {
            var first = queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) {
                gathered.add(first);
                queue.drainTo(gathered, most - 1);
            }
        } catch (InterruptedException e) {
            closing = true;
        }
        return gathered;
    }

    private void flush(List<Waiting> gathered) {
        try {
            var settled = flushTime.record(() -> store(gathered));
            bell.ring();
            answer(gathered, settled);
        } catch (Refused refused) {
            split(gathered);
        } catch (RuntimeException error) {
            gathered.forEach(waiting -> fail(waiting, error));
            failAllThatWait(error);
        }
    }

    private List<Settled> store(List<Waiting> gathered) {
        flushSize.record(gathered.size());
        var postings = gathered.stream().map(Waiting::posting).toList();
        return database.write(connection -> Flush.store(connection, postings, traces(gathered)));
    }

    private List<String> traces(List<Waiting> gathered) {
        // With nulls, which toList() of a stream takes.
        return traces.areKept() ? gathered.stream().map(Waiting::trace).toList() : List.of();
    }

    /** Whoever queued behind a database that does not answer need not find out one flush after another. */
    private void failAllThatWait(RuntimeException error) {
        var behind = new ArrayList<Waiting>();
        queue.drainTo(behind);
        behind.forEach(waiting -> fail(waiting, error));
    }

    /** One row that the database refuses takes the whole statement with it: halve until it stands alone. */
    private void split(List<Waiting> gathered) {
        if (gathered.size() == 1) {
            fail(gathered.get(0), Failure.invalid("", "This tweet holds something that cannot be stored."));
            return;
        }
        int half = gathered.size() / 2;
        flush(gathered.subList(0, half));
        flush(gathered.subList(half, gathered.size()));
    }

    private void answer(List<Waiting> gathered, List<Settled> settled) {
        for (int i = 0; i < settled.size(); i++) {
            if (settled.get(i).failure() != null) {
                fail(gathered.get(i), settled.get(i).failure());
            } else {
                freeKey(gathered.get(i).posting());
                gathered.get(i).answer().complete(settled.get(i).posted());
            }
        }
    }

    private void fail(Waiting waiting, RuntimeException error) {
        freeKey(waiting.posting());
        waiting.answer().completeExceptionally(error);
    }
}
