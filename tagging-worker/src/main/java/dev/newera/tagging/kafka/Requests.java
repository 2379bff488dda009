package dev.newera.tagging.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads what records of the tweet and retag topics ask for, and refuses those that do not keep to the contract. */
final class Requests {

    /** The most that chat-api accepts, and so the most that an event of it can hold. */
    static final int LONGEST_VALUE = 64 * 1024;

    private static final int LONGEST_ID = 100;
    private static final Set<String> TWEET = Set.of("dev.newera.tweet.posted.v1", "dev.newera.tweet.updated.v1");
    private static final Set<String> RETAG = Set.of("dev.newera.retag.requested.v1");

    private Requests() {}

    static Request ofTweet(ConsumerRecord<byte[], byte[]> record) throws Refused {
        var id = tweetId(record);
        if (record.value() == null) return Request.toForget(id, EventHeaders.trace(record));
        var tweet = tweet(record, id, TWEET);
        return new Request(
                id, tweet.revision(), tweet.text(), Request.IN_FORCE, null, null, EventHeaders.trace(record));
    }

    static Request ofRetag(ConsumerRecord<byte[], byte[]> record) throws Refused {
        var id = tweetId(record);
        if (record.value() == null) return Request.toForget(id, EventHeaders.trace(record));
        var tweet = tweet(record, id, RETAG);
        require(isId(tweet.jobId()), "The request has no job_id of 1 to 100 characters.");
        require(
                tweet.codebookVersion() != null && tweet.codebookVersion() >= 1,
                "The request has no codebook_version from 1 on.");
        return new Request(
                id,
                tweet.revision(),
                tweet.text(),
                tweet.codebookVersion(),
                tweet.jobId(),
                tweet.preview(),
                EventHeaders.trace(record));
    }

    private static TweetRecord tweet(ConsumerRecord<byte[], byte[]> record, String id, Set<String> types)
            throws Refused {
        var type = EventHeaders.read(record, EventHeaders.TYPE);
        require(type != null, "The record has no ce_type header.");
        require(types.contains(type), "The ce_type is not one of " + types + ".");
        require(
                record.value().length <= LONGEST_VALUE,
                "The value is " + record.value().length + " bytes long; " + LONGEST_VALUE + " are the most.");
        var tweet = Json.read(record.value(), TweetRecord.class);
        require(id.equals(tweet.id()), "The tweet's id is not the record's key.");
        require(tweet.revision() >= 1, "The tweet has no revision from 1 on.");
        require(tweet.text() != null, "The tweet has no text.");
        return tweet;
    }

    private static String tweetId(ConsumerRecord<byte[], byte[]> record) throws Refused {
        require(record.key() != null, "The record has no key.");
        var id = utf8(record.key());
        require(isId(id), "The key is not a tweet id of 1 to 100 characters.");
        return id;
    }

    private static boolean isId(String id) {
        return id != null && !id.isEmpty() && id.length() <= LONGEST_ID;
    }

    /** Strictly, or null: a lenient reading puts the same character for all that it cannot read, and so may join keys. */
    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static void require(boolean held, String otherwise) throws Refused {
        if (!held) throw new Refused(otherwise);
    }
}
