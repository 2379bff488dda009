package dev.newera.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.newera.local.faults.Fault.Strike;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Records that nobody can use, among those of the load. Each must become one dead letter, and harm no other. A record
 * without a key is not among them: the topics are compacted, and the broker itself refuses it.
 */
final class Poison implements AutoCloseable {

    private static final String TWEETS = "chat.tweets.v1";
    private static final String RETAG = "chat.retag.v1";
    private static final String TAGGINGS = "chat.taggings.v1";
    private static final String CODEBOOKS = "chat.codebooks.v1";

    private static final String POSTED = "dev.newera.tweet.posted.v1";
    private static final String REQUESTED = "dev.newera.retag.requested.v1";
    private static final String TAGGED = "dev.newera.tweet.tagged.v1";
    private static final String PUBLISHED = "dev.newera.codebook.published.v1";

    private final Trial trial;
    private final KafkaProducer<byte[], byte[]> producer;

    private Poison(Trial trial) throws Exception {
        this.trial = trial;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        trial.system().bootstrapServers(),
                        // Two megabytes of one letter are small on their way, and so pass the broker.
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "gzip",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        4 * 1024 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    static Strike onEveryTopic() {
        return trial -> {
            try (var poison = new Poison(trial)) {
                poison.amongTweets();
                poison.amongTaggings();
                poison.amongRequests();
                poison.amongCodebooks();
            }
        };
    }

    @Override
    public void close() {
        producer.close();
    }

    private void amongTweets() throws Exception {
        var id = anId();
        put(TWEETS, id, POSTED, "{\"id\": ", "not JSON");
        put(TWEETS, id, POSTED, "{\"id\": \"" + id + "\"}", "schema");
        put(TWEETS, id, POSTED, "{\"id\": \"" + anId() + "\", \"revision\": 1, \"text\": \"a\"}", "key");
        put(TWEETS, id, POSTED, "a".repeat(2_000_000), "2000000 bytes long");
        put(TWEETS, id, "dev.newera.tweet.sung.v1", "{}", "ce_type");
        put(TWEETS, id, null, "{}", "ce_type");
    }

    private void amongRequests() throws Exception {
        var id = anId();
        put(RETAG, id, REQUESTED, "[]", "schema");
        put(RETAG, id, REQUESTED, """
                {"id": "%s", "revision": 1, "text": "a", "job_id": "j", "codebook_version": 999, "preview": false}
                """.formatted(id), "codebook version 999");
    }

    private void amongTaggings() throws Exception {
        var stored = trial.ledger().acknowledged().values().iterator().next();
        put(TAGGINGS, stored, TAGGED, "{\"tweet_id\": ", "not the JSON");
        put(TAGGINGS, stored, TAGGED, "b".repeat(2_000_000), "not the JSON");
        put(TAGGINGS, stored, TAGGED, tagging(anId(), 1, "1", "a"), "key");
        put(TAGGINGS, stored, "dev.newera.tweet.sung.v1", tagging(stored, 1, "1", "a"), "ce_type");
        put(TAGGINGS, stored, TAGGED, tagging(stored, 999, "1", "a"), "codebook version 999");
        put(TAGGINGS, stored, TAGGED, tagging(stored, 1, "9", "\\u0000"), "NUL");
        put(TAGGINGS, stored, TAGGED, tagging(stored, 1, "one", "a"), "tagger version");
        var unknown = anId();
        put(TAGGINGS, unknown, TAGGED, tagging(unknown, 1, "1", "a"), "holds no tweet");
    }

    private void amongCodebooks() throws Exception {
        put(CODEBOOKS, "old-era", PUBLISHED, "{", "not JSON");
        put(CODEBOOKS, "old-era", PUBLISHED, """
                {"codebook_id": "old-era", "codebook_version": 1, "document": {"codebook": "old-era", "themes": 7}}
                """, "not usable");
    }

    private static String tagging(String tweet, int codebookVersion, String taggerVersion, String words) {
        return """
                {"tweet_id": "%s", "tweet_revision": 1, "codebook_id": "new-era", "codebook_version": %d,
                 "tagger": {"id": "lexical", "version": "%s"}, "tagged_at": "2026-01-01T00:00:00Z",
                 "tags": [{"theme": "barriers", "score": 0.9, "evidence":
                   [{"indicator": "%s", "weight": 3.0, "start": 0, "end": 1, "text": "%s"}]}]}
                """.formatted(tweet, codebookVersion, taggerVersion, words, words);
    }

    private String anId() {
        return new UUID(trial.dice().nextLong(), trial.dice().nextLong()).toString();
    }

    private void put(String topic, String key, String type, String value, String reason) throws Exception {
        var record = new ProducerRecord<>(topic, bytes(key), bytes(value));
        if (type != null) record.headers().add("ce_type", bytes(type));
        var sent = producer.send(record).get();
        trial.poison().put(new Place(topic, sent.partition(), sent.offset()), reason);
    }

    private static byte[] bytes(String word) {
        return word == null ? null : word.getBytes(UTF_8);
    }
}
