package dev.newera.tagging.kafka;

import dev.newera.tagging.Codebook;
import dev.newera.tagging.CodebookFormat;
import dev.newera.tagging.CurrentTagger;
import dev.newera.tagging.Tagger;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * What the codebook topic has said so far: the last good codebook counts, in the order of the topic, whatever its version. A
 * bad one goes to the dead letters, with every problem named, and the last good one stays. Used by the follower's thread
 * alone.
 */
@ApplicationScoped
class PublishedCodebooks {

    private static final Logger LOG = Logger.getLogger(PublishedCodebooks.class);

    private final CurrentTagger current;
    private final Outgoing outgoing;
    private final CodebookReader reader;
    private Codebook last;

    PublishedCodebooks(CurrentTagger current, Outgoing outgoing, CodebookFormat format) {
        this.current = current;
        this.outgoing = outgoing;
        this.reader = new CodebookReader(format);
    }

    void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            last = reader.read(record);
        } catch (Refused refused) {
            outgoing.deadLetter(record, refused.getMessage())
                    .subscribe()
                    .with(
                            sent -> {},
                            failure -> LOG.errorf(
                                    failure, "A dead letter could not be written. topic=%s", record.topic()));
        }
    }

    /** The last good codebook tags from now on; nothing happens where there is none, or where it does already. */
    void putLastInForce() {
        if (last == null || last.equals(inForce())) return;
        current.replaceBy(new Tagger(last));
        LOG.infof(
                "A codebook is in force. codebookId=%s codebookVersion=%d themes=%d",
                last.id(), last.version(), last.themes().size());
    }

    private Codebook inForce() {
        return current.now().map(Tagger::codebook).orElse(null);
    }
}
