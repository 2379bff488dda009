package dev.newera.chat.kafka;

import dev.newera.chat.AcceptTagging;
import dev.newera.chat.Failure;
import dev.newera.chat.Tagging;
import dev.newera.chat.Traces;
import dev.newera.chat.Traces.Role;
import dev.newera.chat.Traces.Step;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Takes taggings, a batch at a time. Each record is read and checked alone, so a bad one harms nobody; what is good is kept in one
 * transaction. While the database is away the batch waits here, and so Kafka holds the rest. The offset is committed after
 * everything is kept or in the dead letters: a crash before that brings the batch again, and nothing changes by it.
 */
// At the start, and not with the first tagging: an alarm looks for the figure of those that wait.
@Startup
@ApplicationScoped
class TaggingsListener {
    private static final Logger LOG = Logger.getLogger(TaggingsListener.class);

    private final AcceptTagging acceptTagging;
    private final TaggingReader reader;
    private final DeadLetters deadLetters;
    private final Traces traces;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();

    TaggingsListener(AcceptTagging acceptTagging, DeadLetters deadLetters, Traces traces, MeterRegistry meters) {
        this.acceptTagging = acceptTagging;
        this.reader = new TaggingReader(acceptTagging);
        this.deadLetters = deadLetters;
        this.traces = traces;
        // While a batch waits nothing is fetched, and then Kafka's client does not see how much is to be fetched.
        Gauge.builder("chat.taggings.waiting", waiting, AtomicInteger::get)
                .description("Taggings in hand that the database did not take when it was last asked")
                .register(meters);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    @Incoming("taggings")
    @Blocking
    void take(ConsumerRecords<String, byte[]> records) {
        var dead = new ArrayList<CompletableFuture<Void>>();
        var good = new LinkedHashMap<ConsumerRecord<String, byte[]>, Tagging>();
        for (var record : records) {
            try {
                reader.read(record).ifPresent(tagging -> good.put(record, tagging));
            } catch (Failure failure) {
                dead.add(deadLetters.bury(record, failure.getMessage()));
            }
        }
        var steps = steps(good.keySet());
        var unusable = acceptPatiently(List.copyOf(good.values()));
        steps.forEach(Step::end);
        good.forEach((record, tagging) -> {
            if (unusable.containsKey(tagging)) {
                dead.add(deadLetters.bury(record, unusable.get(tagging)));
            }
        });
        CompletableFuture.allOf(dead.toArray(CompletableFuture[]::new)).join();
    }

    /** That a tagging is kept is the last step of its tweet's trace. */
    private List<Step> steps(Collection<ConsumerRecord<String, byte[]>> records) {
        return traces.areKept()
                ? records.stream()
                        .flatMap(record -> Headers.read(record, Headers.TRACE).stream())
                        .map(trace -> traces.begin("process tagging", Role.CONSUMER, trace))
                        .toList()
                : List.of();
    }

    private Map<Tagging, String> acceptPatiently(List<Tagging> taggings) {
        while (true) {
            try {
                var unusable = acceptTagging.accept(taggings);
                waiting.set(0);
                return unusable;
            } catch (Failure failure) {
                waiting.set(taggings.size());
                LOG.warnf("Taggings wait for the database count=%d error=%s", taggings.size(), failure.getCause());
                pauseOrGiveUp(failure);
            }
        }
    }

    private void pauseOrGiveUp(Failure failure) {
        try {
            if (stopping.await(1, TimeUnit.SECONDS)) {
                throw failure;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
