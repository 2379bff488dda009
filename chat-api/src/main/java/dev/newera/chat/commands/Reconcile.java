package dev.newera.chat.commands;

import dev.newera.chat.TweetId;
import dev.newera.chat.operations.Reconciling;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "reconcile",
        description =
                "After PostgreSQL was restored to an earlier moment: finds tweets that Kafka knows and the chat does not,"
                        + " and tweets that Kafka knows to be erased and the chat does not; ends with 3 if there are any. Ids are held in"
                        + " memory, those of one of twelve partitions at a time.")
final class Reconcile implements Callable<Integer> {
    private final Parts parts;

    @Option(
            names = "--apply",
            description = "makes them agree: the former are announced as erased, the latter are erased in the chat")
    private boolean apply;

    @Spec
    private CommandSpec spec;

    private Reconciling chat;
    private long unknown;
    private long erased;

    Reconcile(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Integer call() {
        chat = parts.reconciling();
        parts.announcedTweets().read(this::compare);
        say(
                "Tweets that the chat does not hold: %,d%s. Tweets that were erased: %,d%s.%n",
                unknown, apply ? ", now announced as erased" : "", erased, apply ? ", and are now" : "");
        return apply || unknown + erased == 0 ? 0 : Commands.FOUND;
    }

    private void compare(Map<TweetId, Boolean> announced) {
        var held = chat.held(announced.keySet());
        announced.forEach((tweet, isThere) -> {
            if (isThere && !held.contains(tweet)) {
                unknown++;
                tell(tweet, "is announced, and the chat does not hold it", chat::disown);
            } else if (!isThere && held.contains(tweet)) {
                erased++;
                tell(tweet, "is announced as erased, and the chat holds it", chat::erase);
            }
        });
    }

    private void tell(TweetId tweet, String what, Consumer<TweetId> remedy) {
        say("%s %s%n", tweet, what);
        if (apply) {
            remedy.accept(tweet);
        }
    }

    private void say(String sentence, Object... words) {
        spec.commandLine().getOut().printf(sentence, words).flush();
    }
}
