package dev.newera.chat.kafka;

import dev.newera.chat.TweetId;
import dev.newera.chat.operations.AnnouncedTweets;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** The topic of tweets, read from its beginning, a partition after the other: a tweet is in one of them. No group is used. */
final class KafkaAnnouncedTweets implements AnnouncedTweets {
    private static final String TWEETS = "chat.tweets.v1";

    private final Broker broker;

    KafkaAnnouncedTweets(Broker broker) {
        this.broker = broker;
    }

    @Override
    public void read(Consumer<Map<TweetId, Boolean>> portion) {
        try (var consumer = broker.consumer()) {
            for (var partition : consumer.partitionsFor(TWEETS)) {
                portion.accept(lastWords(consumer, new TopicPartition(TWEETS, partition.partition())));
            }
        } catch (KafkaException e) {
            throw broker.away(e);
        }
    }

    private static Map<TweetId, Boolean> lastWords(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
        var words = new HashMap<TweetId, Boolean>();
        Broker.readWhole(consumer, partition, record -> hear(record, words));
        return words;
    }

    /** What is no tweet's id is poison, and somebody else's business. */
    private static void hear(ConsumerRecord<byte[], byte[]> record, Map<TweetId, Boolean> words) {
        Optional.ofNullable(record.key())
                .map(key -> new String(key, StandardCharsets.UTF_8))
                .flatMap(TweetId::parse)
                .ifPresent(tweet -> words.put(tweet, record.value() != null));
    }
}
