package dev.newera.chat.kafka;

import dev.newera.chat.operations.DeadLetter;
import dev.newera.chat.operations.DeadLetter.Origin;
import dev.newera.chat.operations.DeadLetter.Outcome;
import dev.newera.chat.operations.DeadLetterOffice;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Dead-letter topics, one partition each, read from the beginning each time: letters lie there for two weeks and are few. What became
 * of a letter is a record behind it, so a topic is its own book and needs no other. No consumer group is used, and none is moved.
 */
final class KafkaDeadLetterOffice implements DeadLetterOffice {
    private static final String ENDING = ".dlq";
    private static final String SETTLED = "dead-letter-settled";
    private static final String OUTCOME = "dead-letter-outcome";

    private final Broker broker;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;

    KafkaDeadLetterOffice(Broker broker) {
        this.broker = broker;
        this.consumer = broker.consumer();
        this.producer = broker.producer();
    }

    @Override
    public List<String> topics() {
        return broker.ask(admin -> admin.listTopics().names().get().stream()
                .filter(it -> it.endsWith(ENDING))
                .sorted()
                .toList());
    }

    @Override
    public void show(String topic, Consumer<DeadLetter> reader) {
        var outcomes = outcomes(topic);
        read(topic, record -> {
            if (!outcomes.containsKey(record.offset()) && settles(record).isEmpty()) {
                reader.accept(letter(record));
            }
        });
    }

    @Override
    public Optional<DeadLetter> find(String topic, long no) {
        var found = new HashMap<Long, DeadLetter>();
        read(topic, record -> {
            if (record.offset() == no && settles(record).isEmpty()) {
                found.put(no, letter(record));
            }
        });
        return Optional.ofNullable(found.get(no));
    }

    @Override
    public Optional<Outcome> outcome(String topic, long no) {
        return Optional.ofNullable(outcomes(topic).get(no));
    }

    private Map<Long, Outcome> outcomes(String topic) {
        var outcomes = new HashMap<Long, Outcome>();
        read(topic, record -> settles(record).ifPresent(no -> outcomes.put(no, readOutcome(record))));
        return outcomes;
    }

    /** The number of the letter that this record is the outcome of. */
    private static Optional<Long> settles(ConsumerRecord<byte[], byte[]> record) {
        return Headers.read(record, SETTLED)
                .filter(it -> it.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    private static Outcome readOutcome(ConsumerRecord<byte[], byte[]> record) {
        return Headers.read(record, OUTCOME).orElse("").equals("replayed") ? Outcome.REPLAYED : Outcome.DISMISSED;
    }

    private void read(String topic, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try {
            Broker.readWhole(consumer, new TopicPartition(topic, 0), reader);
        } catch (KafkaException e) {
            throw broker.away(e);
        }
    }

    private static DeadLetter letter(ConsumerRecord<byte[], byte[]> record) {
        var headers = new HashMap<String, String>();
        record.headers()
                .forEach(header -> Headers.read(record, header.key()).ifPresent(it -> headers.put(header.key(), it)));
        return new DeadLetter(
                record.topic(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                headers,
                record.key(),
                record.value());
    }

    @Override
    public void putBack(DeadLetter letter, Origin origin) {
        var headers = new Headers();
        DeadLetters.OURS.forEach(name -> {
            if (letter.headers().containsKey(name)) {
                headers.with(name, letter.headers().get(name));
            }
        });
        send(new ProducerRecord<>(origin.topic(), origin.partition(), letter.key(), letter.value(), headers.all()));
    }

    @Override
    public void settle(DeadLetter letter, Outcome outcome) {
        var headers = new Headers()
                .with(SETTLED, Long.toString(letter.no()))
                .with(OUTCOME, outcome.name().toLowerCase(Locale.ROOT));
        send(new ProducerRecord<>(letter.topic(), 0, letter.key(), null, headers.all()));
    }

    /** Returns when all in-sync brokers have it. */
    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw broker.away(e.getCause());
        } catch (KafkaException e) {
            throw broker.away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw broker.away(e);
        }
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
    }
}
