package dev.newera.chat.kafka;

import dev.newera.chat.AcceptTagging;
import dev.newera.chat.Failure;
import dev.newera.chat.Tagging;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Takes taggings, a batch at a time. Each record is read and checked alone, so a bad one harms nobody; what is good is kept in one
 * transaction. While the database is away the batch waits here, and so Kafka holds the rest. The offset is committed after
 * everything is kept or in the dead letters: a crash before that brings the batch again, and nothing changes by it.
 */
@ApplicationScoped
class TaggingsListener {
    private static final Logger LOG = Logger.getLogger(TaggingsListener.class);
    private static final List<String> TYPES =
            List.of("dev.newera.tweet.tagged.v1", "dev.newera.tweet.tagging-failed.v1");

    private final AcceptTagging acceptTagging;
    private final DeadLetters deadLetters;
    private final CountDownLatch stopping = new CountDownLatch(1);

    TaggingsListener(AcceptTagging acceptTagging, DeadLetters deadLetters) {
        this.acceptTagging = acceptTagging;
        this.deadLetters = deadLetters;
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
                read(record, good);
            } catch (Failure failure) {
                dead.add(deadLetters.bury(record, failure.getMessage()));
            }
        }
        var unusable = acceptPatiently(List.copyOf(good.values()));
        good.forEach((record, tagging) -> {
            if (unusable.containsKey(tagging)) {
                dead.add(deadLetters.bury(record, unusable.get(tagging)));
            }
        });
        CompletableFuture.allOf(dead.toArray(CompletableFuture[]::new)).join();
    }

    /** A null value says that the tweet was erased; the chat said so itself. A preview is shown to who asked, never kept. */
    private void read(ConsumerRecord<String, byte[]> record, Map<ConsumerRecord<String, byte[]>, Tagging> good) {
        if (record.key() == null) {
            throw Failure.invalid("", "the record has no key");
        }
        if (record.value() == null) {
            return;
        }
        requireType(record);
        var event = Wire.read(record.value(), TaggingEvent.class);
        if (event.preview()) {
            return;
        }
        var tagging = event.tagging();
        if (!record.key().equals(tagging.tweetId().toString())) {
            throw Failure.invalid("/tweet_id", "the key is not the tweet_id");
        }
        acceptTagging.require(tagging);
        good.put(record, tagging);
    }

    /** A type of the future may look like a tagging and mean something else. */
    private static void requireType(ConsumerRecord<String, byte[]> record) {
        if (!TYPES.contains(Headers.read(record, "ce_type").orElse(""))) {
            throw Failure.invalid("", "the ce_type is not one of " + TYPES);
        }
    }

    private Map<Tagging, String> acceptPatiently(List<Tagging> taggings) {
        while (true) {
            try {
                return acceptTagging.accept(taggings);
            } catch (Failure failure) {
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
