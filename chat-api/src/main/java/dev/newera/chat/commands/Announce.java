package dev.newera.chat.commands;

import dev.newera.chat.TweetId;
import dev.newera.chat.operations.TweetRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "announce",
        description =
                "Has the relay announce tweets again, as they are now and erased ones as erased: after Kafka has lost"
                        + " something, or to have them tagged again. They are written behind the change log, so the order of a tweet's"
                        + " events stays, and whoever knows them already is told nothing new. Not while chat-api is being updated from"
                        + " a version without this command: its relay does not know such changes, and waits for the new one.")
final class Announce implements Callable<Integer> {
    private final Parts parts;

    @Option(
            names = "--from",
            paramLabel = "ID|TIME",
            description = "the first: a tweet's id, or a time like 2014-09-12T12:00:00Z")
    private String from;

    @Option(
            names = "--to",
            paramLabel = "ID|TIME",
            description = "the last: a tweet's id; or the time before which it was posted")
    private String to;

    @Option(names = "--all", description = "without a beginning or an end")
    private boolean all;

    @Option(names = "--untagged", description = "only those that no tagger has answered")
    private boolean untagged;

    @Option(names = "--dry-run", description = "only tell how many they are")
    private boolean dryRun;

    @Spec
    private CommandSpec spec;

    Announce(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Integer call() {
        var range = range();
        var announcing = parts.announcing();
        var out = spec.commandLine().getOut();
        if (dryRun) {
            out.printf("Tweets that would be announced again: %,d.%n", announcing.count(range, untagged));
            return 0;
        }
        var progress = new Progress(spec.commandLine().getErr());
        long written = announcing.again(range, untagged, done -> progress.tell("%,d tweets".formatted(done)));
        out.printf("Tweets that are to be announced again: %,d. `lag` tells how far the relay is.%n", written);
        return 0;
    }

    private TweetRange range() {
        boolean isBounded = from != null || to != null;
        if (all && isBounded || !(all || isBounded || untagged)) {
            throw new ParameterException(
                    spec.commandLine(), "Which tweets? --from, --to or both; or --all or --untagged.");
        }
        return ended(begun(TweetRange.all()));
    }

    private TweetRange begun(TweetRange range) {
        if (from == null) {
            return range;
        }
        return TweetId.parse(from).map(range::from).orElseGet(() -> range.from(time(from)));
    }

    private TweetRange ended(TweetRange range) {
        if (to == null) {
            return range;
        }
        return TweetId.parse(to).map(range::to).orElseGet(() -> range.to(time(to)));
    }

    private Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(), text + " is neither a tweet's id nor a time like 2014-09-12T12:00:00Z.");
        }
    }
}
