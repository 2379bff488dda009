package dev.newera.tagging.kafka;

import dev.newera.tagging.CurrentTagger;
import dev.newera.tagging.Tagger;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Tags the tweets of a batch, live ones and, on a channel of their own, those that a job asks for. A batch is done when the
 * broker has acknowledged all that it led to; then, and not before, its offsets may be committed: a crash in between means
 * that the batch is tagged again, with the same result.
 */
// At the start, and not with its first use: an alarm on a count that begins at one would never see it grow.
@Startup
@ApplicationScoped
class TweetListener {

    private final CurrentTagger current;
    private final Outgoing outgoing;
    private final RetagSettings retag;
    private final Traces traces;
    private final Answers answers;

    TweetListener(
            CurrentTagger current,
            Outgoing outgoing,
            RetagSettings retag,
            Traces traces,
            Clock clock,
            MeterRegistry meters) {
        this.current = current;
        this.outgoing = outgoing;
        this.retag = retag;
        this.traces = traces;
        this.answers = new Answers(clock, meters);
    }

    @Incoming("tweets")
    Uni<Void> tag(ConsumerRecords<byte[], byte[]> batch) {
        return answer(batch, Requests::ofTweet);
    }

    @Incoming("retag")
    Uni<Void> tagAgain(ConsumerRecords<byte[], byte[]> batch) {
        return answer(batch, Requests::ofRetag);
    }

    /** On a pool thread: a batch of long tweets would hold up the event loop. */
    private Uni<Void> answer(ConsumerRecords<byte[], byte[]> batch, Received.Reading reading) {
        return Uni.createFrom()
                .item(() -> received(batch, reading))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(received -> taggerFor(received)
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .chain(tagger -> answerAll(received, tagger)));
    }

    private static List<Received> received(ConsumerRecords<byte[], byte[]> batch, Received.Reading reading) {
        return StreamSupport.stream(batch.spliterator(), false)
                .map(record -> Received.of(record, reading))
                .toList();
    }

    /** The tagger in force, awaited for ever; a later version that the batch asks for is awaited for a while. */
    private Uni<Tagger> taggerFor(List<Received> batch) {
        int wanted = batch.stream().mapToInt(Received::codebookVersion).max().orElse(Request.IN_FORCE);
        return inForce(Request.IN_FORCE)
                .chain(tagger -> tagger.codebook().version() >= wanted
                        ? Uni.createFrom().item(tagger)
                        : inForce(wanted).ifNoItem().after(retag.patience()).recoverWithItem(tagger));
    }

    private Uni<Tagger> inForce(int version) {
        return Uni.createFrom().completionStage(() -> current.ofVersion(version));
    }

    private Uni<Void> answerAll(List<Received> batch, Tagger tagger) {
        return Outgoing.untilTaken(
                batch.stream().map(received -> answer(received, tagger)).toList());
    }

    private Uni<Void> answer(Received received, Tagger tagger) {
        if (received.refused() != null)
            return outgoing.deadLetter(received.record(), received.refused().getMessage());
        return traces.traced(received.request(), request -> answer(received, request, tagger));
    }

    private Uni<Void> answer(Received received, Request request, Tagger tagger) {
        try {
            return outgoing.tagging(answers.to(request, tagger));
        } catch (Refused refused) {
            return outgoing.deadLetter(received.record(), refused.getMessage());
        }
    }
}
