package dev.newera.chat.operations;

import dev.newera.chat.operations.DeadLetter.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where dead letters lie, a topic for each pair of topic and reader. Methods throw {@link Away}. */
public interface DeadLetterOffice extends AutoCloseable {

    /** The topics that letters lie on. */
    List<String> topics();

    /** Shows the letters of a topic, oldest first, but for those that are settled; {@code reader} asks for no others meanwhile. */
    void show(String topic, Consumer<DeadLetter> reader);

    /** One letter, settled or not. */
    Optional<DeadLetter> find(String topic, long no);

    /** What became of a letter; empty while it waits. */
    Optional<Outcome> outcome(String topic, long no);

    /** Writes the record where it comes from, as it was, with the headers of the contract. */
    void putBack(DeadLetter letter, DeadLetter.Origin origin);

    /** Remembers on the topic itself what became of the letter, for as long as the letter lies there. */
    void settle(DeadLetter letter, Outcome outcome);

    @Override
    void close();
}
