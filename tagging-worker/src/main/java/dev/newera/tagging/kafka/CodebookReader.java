package dev.newera.tagging.kafka;

import dev.newera.tagging.BadCodebook;
import dev.newera.tagging.Codebook;
import dev.newera.tagging.CodebookFormat;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads records of the codebook topic, and refuses those that do not keep to the contract or hold a bad codebook. */
final class CodebookReader {

    private static final String PUBLISHED = "dev.newera.codebook.published.v1";

    private final CodebookFormat format;

    CodebookReader(CodebookFormat format) {
        this.format = format;
    }

    Codebook read(ConsumerRecord<byte[], byte[]> record) throws Refused {
        require(record.value() != null, "The record has no value; a codebook is replaced, never erased.");
        require(
                PUBLISHED.equals(EventHeaders.read(record, EventHeaders.TYPE)),
                "The ce_type is not " + PUBLISHED + ".");
        var published = Json.read(record.value(), CodebookRecord.class);
        require(published.codebookId() != null, "The event has no codebook_id.");
        require(published.codebookVersion() >= 1, "The event has no codebook_version from 1 on.");
        require(isKey(record, published.codebookId()), "The codebook's id is not the record's key.");
        require(published.document() != null, "The event has no document.");
        return codebook(published);
    }

    private Codebook codebook(CodebookRecord published) throws Refused {
        try {
            var codebook = format.parse(published.document().toString());
            require(codebook.id().equals(published.codebookId()), "The document is the codebook of another id.");
            return codebook.published(published.codebookVersion());
        } catch (BadCodebook e) {
            throw new Refused("The codebook is not usable: " + e.getMessage().replace('\n', ';'));
        }
    }

    private static boolean isKey(ConsumerRecord<byte[], byte[]> record, String id) {
        return record.key() != null && new String(record.key(), StandardCharsets.UTF_8).equals(id);
    }

    private static void require(boolean held, String otherwise) throws Refused {
        if (!held) throw new Refused(otherwise);
    }
}
