package dev.newera.chat.commands;

import dev.newera.chat.Failure;
import dev.newera.chat.Failure.Code;
import dev.newera.chat.operations.DeadLetter;
import dev.newera.chat.operations.DeadLetter.Outcome;
import dev.newera.chat.operations.DeadLetterOffice;
import dev.newera.chat.operations.ReplayLetter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "dead-letters",
        description = "Records that their readers could not use, with the reason. They lie for two weeks.")
final class DeadLetters implements Runnable {
    private final Parts parts;

    @Spec
    private CommandSpec spec;

    DeadLetters(Parts parts) {
        this.parts = parts;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "list, show, replay or dismiss?");
    }

    @Command(description = "Tells which letters wait; ends with 3 if any does.")
    int list(
            @Parameters(paramLabel = "TOPIC", arity = "0..*", description = "of these topics; else of every .dlq topic")
                    List<String> topics) {
        try (var office = parts.deadLetters()) {
            var table = new Table("topic", "no", "since", "from", "reason");
            for (var topic : topics == null ? office.topics() : topics) {
                office.show(known(office, topic), letter -> LetterText.row(table, letter));
            }
            say(table.isEmpty() ? "No letter waits.%n" : "%s", table);
            return table.isEmpty() ? 0 : Commands.FOUND;
        }
    }

    @Command(description = "Shows one letter whole, people's words and all.")
    int show(
            @Parameters(paramLabel = "TOPIC", description = "where it lies") String topic,
            @Parameters(paramLabel = "NO", description = "its number there") long no) {
        try (var office = parts.deadLetters()) {
            var letter = find(office, topic, no);
            say("%s", LetterText.whole(letter, office.outcome(topic, no)));
            return 0;
        }
    }

    @Command(
            description =
                    "Gives records another chance: writes them where they came from, with their headers. Of a tweet the"
                            + " state of now is announced instead, in the order of the change log. What was replayed or dismissed"
                            + " before is passed over; ends with 1 if a letter had to stay, and says why.")
    int replay(
            @Parameters(paramLabel = "TOPIC", description = "where they lie") String topic,
            @Parameters(paramLabel = "NO", arity = "0..*", description = "their numbers there") List<Long> numbers,
            @Option(names = "--all", description = "all that wait there") boolean all) {
        var stayed = new ArrayList<Long>();
        try (var office = parts.deadLetters()) {
            var replaying = new ReplayLetter(office, parts.announcing());
            forEach(office, topic, numbers, all, letter -> {
                var refusal = replaying.replay(letter);
                refusal.ifPresent(why -> stayed.add(letter.no()));
                say("%d %s%n", letter.no(), refusal.map("stays: "::concat).orElse("is replayed"));
            });
        }
        return stayed.isEmpty() ? 0 : 1;
    }

    @Command(description = "Settles letters that nobody needs: they are listed and counted no more.")
    int dismiss(
            @Parameters(paramLabel = "TOPIC", description = "where they lie") String topic,
            @Parameters(paramLabel = "NO", arity = "0..*", description = "their numbers there") List<Long> numbers,
            @Option(names = "--all", description = "all that wait there") boolean all) {
        try (var office = parts.deadLetters()) {
            forEach(office, topic, numbers, all, letter -> {
                office.settle(letter, Outcome.DISMISSED);
                say("%d is dismissed%n", letter.no());
            });
        }
        return 0;
    }

    private void forEach(
            DeadLetterOffice office, String topic, List<Long> numbers, boolean all, Consumer<DeadLetter> work) {
        if (all == (numbers != null)) {
            throw new ParameterException(spec.commandLine(), "Which letters? Their numbers, or --all.");
        }
        if (all) {
            office.show(known(office, topic), work);
        } else {
            numbers.forEach(no -> workOnce(office, find(office, topic, no), work));
        }
    }

    private void workOnce(DeadLetterOffice office, DeadLetter letter, Consumer<DeadLetter> work) {
        office.outcome(letter.topic(), letter.no())
                .ifPresentOrElse(
                        before -> say("%d was %s before%n", letter.no(), LetterText.of(before)),
                        () -> work.accept(letter));
    }

    private DeadLetter find(DeadLetterOffice office, String topic, long no) {
        return office.find(known(office, topic), no)
                .orElseThrow(() -> Failure.of(
                        Code.NOT_FOUND, "There is no letter %d on %s, or not any more.".formatted(no, topic)));
    }

    /** A topic that is not there would be waited for. */
    private static String known(DeadLetterOffice office, String topic) {
        if (!office.topics().contains(topic)) {
            throw Failure.of(
                    Code.NOT_FOUND,
                    "There is no topic %s of dead letters; `lag` tells those that there are.".formatted(topic));
        }
        return topic;
    }

    private void say(String sentence, Object... words) {
        spec.commandLine().getOut().printf(sentence, words).flush();
    }
}
