package dev.newera.tagging.kafka;

import dev.newera.tagging.Codebook;
import dev.newera.tagging.CodebookFormat;
import dev.newera.tagging.CurrentTagger;
import dev.newera.tagging.Tagger;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * What the codebook topic has said so far: the last good codebook counts, in the order of the topic, whatever its version. A
 * bad one goes to the dead letters, with every problem named, and the last good one stays. Used by the follower's thread
 * alone.
 */
// At the start, and not with the first codebook: the alarm on its absence looks for the figure that says so.
@Startup
@ApplicationScoped
class PublishedCodebooks {

    private static final Logger LOG = Logger.getLogger(PublishedCodebooks.class);

    private final CurrentTagger current;
    private final Outgoing outgoing;
    private final CodebookReader reader;
    private final Deque<ConsumerRecord<byte[], byte[]>> unread = new ArrayDeque<>();

    PublishedCodebooks(CurrentTagger current, Outgoing outgoing, CodebookFormat format, MeterRegistry meters) {
        this.current = current;
        this.outgoing = outgoing;
        this.reader = new CodebookReader(format);
        Gauge.builder("tagging.codebook.version", this, PublishedCodebooks::version)
                .description("Version of the codebook in force; 0 while there is none")
                .register(meters);
    }

    void take(ConsumerRecord<byte[], byte[]> record) {
        unread.addFirst(record);
    }

    /**
     * The last good codebook tags from now on; nothing happens where there is none, or where it does already. Read from the
     * newest back, and no further than to a good one: to compile a codebook takes seconds, and the topic may hold many.
     */
    void putLastInForce() {
        var good =
                unread.stream().map(this::readOrBury).flatMap(Optional::stream).findFirst();
        unread.clear();
        good.filter(codebook -> !codebook.equals(inForce())).ifPresent(this::putInForce);
    }

    private Optional<Codebook> readOrBury(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(reader.read(record));
        } catch (Refused refused) {
            bury(record, refused);
            return Optional.empty();
        }
    }

    private void bury(ConsumerRecord<byte[], byte[]> record, Refused refused) {
        Outgoing.untilTaken(List.of(outgoing.deadLetter(record, refused.getMessage())))
                .subscribe()
                .with(
                        sent -> {},
                        failure -> LOG.errorf(failure, "A dead letter could not be written. topic=%s", record.topic()));
    }

    private void putInForce(Codebook codebook) {
        current.replaceBy(new Tagger(codebook));
        LOG.infof(
                "A codebook is in force. codebookId=%s codebookVersion=%d themes=%d",
                codebook.id(), codebook.version(), codebook.themes().size());
    }

    private int version() {
        return current.now().map(tagger -> tagger.codebook().version()).orElse(0);
    }

    private Codebook inForce() {
        return current.now().map(Tagger::codebook).orElse(null);
    }
}
