package dev.newera.chat.kafka;

import dev.newera.chat.ChangeLog.Change;
import dev.newera.chat.Codebook;
import dev.newera.chat.Traces;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Writes events. A future completes after all in-sync brokers have the record, or fails. */
@ApplicationScoped
class Announcer {
    private static final String TYPE = "dev.newera.tweet.%s.v1";

    private final Emitter<Record<String, byte[]>> tweets;
    private final Emitter<Record<String, byte[]>> codebooks;
    private final Traces traces;
    private final Clock clock;

    Announcer(
            @Channel("tweets") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = Relay.STRETCH)
                    Emitter<Record<String, byte[]>> tweets,
            @Channel("codebooks") Emitter<Record<String, byte[]>> codebooks,
            Traces traces,
            Clock clock) {
        this.tweets = tweets;
        this.codebooks = codebooks;
        this.traces = traces;
        this.clock = clock;
    }

    /** A tweet's state now, or a tombstone if it has been erased since; as a step of the trace that the change belongs to. */
    CompletableFuture<Void> announce(Change change) {
        if (change.trace() == null) {
            return announce(change, null);
        }
        var step = traces.begin("publish tweet", Traces.Role.PRODUCER, change.trace());
        return announce(change, step.trace()).whenComplete((sent, error) -> step.end());
    }

    private CompletableFuture<Void> announce(Change change, String trace) {
        var id = change.id().toString();
        return change.tweet()
                .map(tweet -> {
                    var type = tweet.revision() > 1 ? "updated" : "posted";
                    var headers = Headers.of(TYPE.formatted(type), id + ":" + tweet.revision(), id, tweet.postedAt());
                    return Sending.send(
                            tweets,
                            id,
                            Wire.write(TweetEvent.of(tweet)),
                            headers.json().traced(trace));
                })
                .orElseGet(() -> Sending.send(
                        tweets,
                        id,
                        null,
                        Headers.of(TYPE.formatted("erased"), id + ":erased", id, clock.instant())
                                .traced(trace)));
    }

    CompletableFuture<Void> announce(Codebook codebook) {
        var headers = Headers.of(
                        "dev.newera.codebook.published.v1",
                        codebook.id() + ":" + codebook.version(),
                        codebook.id(),
                        codebook.publishedAt())
                .json();
        return Sending.send(codebooks, codebook.id(), Wire.write(CodebookEvent.of(codebook)), headers);
    }
}
