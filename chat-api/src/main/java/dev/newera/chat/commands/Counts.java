package dev.newera.chat.commands;

import dev.newera.chat.operations.Miscount;
import dev.newera.chat.operations.Recounting;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "counts",
        description =
                "Compares everything that is counted (tweets, themes, pairs, people, hashtags) with a recount of what is"
                        + " stored, a day at a time, while the chat goes on.")
final class Counts implements Runnable {
    private final Parts parts;

    @Spec
    private CommandSpec spec;

    Counts(Parts parts) {
        this.parts = parts;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "verify or repair?");
    }

    @Command(name = "verify", description = "Tells every count that differs; ends with 3 if any does.")
    int verify() {
        long wrong = compare(parts.recounting()::verify);
        say(
                wrong == 0
                        ? "Every count equals a recount.%n"
                        : "Counts that differ: %,d. `counts repair` puts them right.%n",
                wrong);
        return wrong == 0 ? 0 : Commands.FOUND;
    }

    @Command(name = "repair", description = "Puts every count right that differs, and tells which.")
    int repair() {
        long wrong = compare(parts.recounting()::repair);
        say(wrong == 0 ? "Every count equals a recount.%n" : "Counts that differed, and are right now: %,d.%n", wrong);
        return 0;
    }

    private interface Comparison {
        void run(Consumer<Miscount> found, Recounting.Progress progress);
    }

    private long compare(Comparison comparison) {
        var progress = new Progress(spec.commandLine().getErr());
        var wrong = new AtomicLong();
        comparison.run(
                found -> {
                    wrong.incrementAndGet();
                    say(
                            "%s where %s is %,d, a recount gives %,d%n",
                            found.table(), found.key(), found.kept(), found.counted());
                },
                (done, of) -> progress.tell("%,d of %,d portions".formatted(done, of)));
        return wrong.get();
    }

    private void say(String sentence, Object... words) {
        spec.commandLine().getOut().printf(sentence, words).flush();
    }
}
