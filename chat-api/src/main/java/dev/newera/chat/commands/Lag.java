package dev.newera.chat.commands;

import dev.newera.chat.Failure;
import dev.newera.chat.operations.Away;
import dev.newera.chat.operations.DeadLetterOffice;
import dev.newera.chat.operations.Reader;
import dev.newera.chat.operations.Unannounced;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "lag",
        description =
                "Tells how far everybody is: the relay behind the change log, each reader behind its topic (by offsets,"
                        + " which on a compacted topic are at most so many records), and how many dead letters wait.")
final class Lag implements Callable<Integer> {
    private final Parts parts;

    @Spec
    private CommandSpec spec;

    Lag(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Integer call() {
        var away = Stream.<Supplier<String>>of(this::relay, this::topics)
                .flatMap(part -> tell(part).stream())
                .toList();
        if (!away.isEmpty()) {
            throw away.get(0);
        }
        return 0;
    }

    /** What Kafka knows is worth telling while PostgreSQL is away, and the other way round. Returns why a part cannot be told. */
    private Optional<RuntimeException> tell(Supplier<String> part) {
        try {
            spec.commandLine().getOut().print(part.get());
            spec.commandLine().getOut().flush();
            return Optional.empty();
        } catch (Away | Failure away) {
            return Optional.of(away);
        }
    }

    private String relay() {
        return sentence(parts.announcing().unannounced()) + "\n\n";
    }

    private String topics() {
        try (var office = parts.deadLetters()) {
            return table(parts.readers().all()) + "\n" + letters(office);
        }
    }

    private static String sentence(Unannounced left) {
        return left.since()
                .map(since ->
                        "The relay is %,d changes behind; the oldest is from %s.".formatted(left.changes(), since))
                .orElse("The relay has announced everything.");
    }

    private static Table letters(DeadLetterOffice office) {
        var table = new Table("dead letters", "waiting", "oldest");
        for (var topic : office.topics()) {
            var since = new ArrayList<Instant>();
            office.show(topic, letter -> since.add(letter.at()));
            table.row(topic, "%,d".formatted(since.size()), since.isEmpty() ? "" : since.get(0));
        }
        return table;
    }

    private static Table table(List<Reader> readers) {
        var table = new Table("topic", "reader", "behind", "members");
        readers.forEach(it -> table.row(it.topic(), it.group(), "%,d".formatted(it.behind()), it.members()));
        return table;
    }
}
