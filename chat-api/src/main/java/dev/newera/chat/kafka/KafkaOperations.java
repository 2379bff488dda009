package dev.newera.chat.kafka;

import dev.newera.chat.operations.AnnouncedTweets;
import dev.newera.chat.operations.DeadLetterOffice;
import dev.newera.chat.operations.Readers;
import java.util.Map;

/** What Kafka has to say to those who run the chat, without the rest of the chat around it. */
public final class KafkaOperations {
    private final Broker broker;

    /** @param settings as Kafka's clients take them: where it is, and how to prove who we are */
    public KafkaOperations(Map<String, Object> settings) {
        this.broker = new Broker(settings);
    }

    public Readers readers() {
        return new KafkaReaders(broker);
    }

    public AnnouncedTweets announcedTweets() {
        return new KafkaAnnouncedTweets(broker);
    }

    /** To be closed by the caller. */
    public DeadLetterOffice deadLetters() {
        return new KafkaDeadLetterOffice(broker);
    }
}
