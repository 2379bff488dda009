package dev.newera.chat.kafka;

import dev.newera.chat.AcceptTagging;
import dev.newera.chat.Failure;
import dev.newera.chat.Tagging;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records of the taggings' topic, which anybody may have written: each is a tagging that can be kept, or says why it is none. */
final class TaggingReader {
    private static final List<String> TYPES =
            List.of("dev.newera.tweet.tagged.v1", "dev.newera.tweet.tagging-failed.v1");

    private final AcceptTagging acceptTagging;

    TaggingReader(AcceptTagging acceptTagging) {
        this.acceptTagging = acceptTagging;
    }

    /**
     * Empty for what is fine and not to be kept: a null value says that the tweet was erased, which the chat said itself; a preview
     * is shown to who asked. Throws a Failure, and nothing else, whose message is a dead letter's reason.
     */
    Optional<Tagging> read(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null) {
            throw Failure.invalid("", "the record has no key");
        }
        if (record.value() == null) {
            return Optional.empty();
        }
        requireType(record);
        var event = Wire.read(record.value(), TaggingEvent.class);
        return event.preview() ? Optional.empty() : Optional.of(tagging(record.key(), event));
    }

    /** A type of the future may look like a tagging and mean something else. */
    private static void requireType(ConsumerRecord<String, byte[]> record) {
        if (!TYPES.contains(Headers.read(record, "ce_type").orElse(""))) {
            throw Failure.invalid("", "the ce_type is not one of " + TYPES);
        }
    }

    private Tagging tagging(String key, TaggingEvent event) {
        var tagging = event.tagging();
        if (!key.equals(tagging.tweetId().toString())) {
            throw Failure.invalid("/tweet_id", "the key is not the tweet_id");
        }
        acceptTagging.require(tagging);
        return tagging;
    }
}
