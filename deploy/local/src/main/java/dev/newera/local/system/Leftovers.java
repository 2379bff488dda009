package dev.newera.local.system;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The processes of an earlier run on the same folder whose launcher was killed. */
public final class Leftovers {

    /** Clients before servers, so that each can finish what it does. */
    private static final List<String> ORDER = List.of("chat_api", "tagging_worker", "kafka", "postgres");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DataHome home;
    private final Consumer<String> tell;

    public Leftovers(DataHome home, Consumer<String> tell) {
        this.home = home;
        this.tell = tell;
    }

    /** Stops those that are still there. */
    public void stop() {
        ORDER.forEach(this::stop);
        home.runFile().delete();
    }

    private void stop(String part) {
        find(part).forEach(process -> {
            tell.accept("An earlier run left " + part.replace('_', '-') + " (process " + process.pid()
                    + ") behind; it is stopped.");
            JvmPart.end(process, PATIENCE);
        });
    }

    /** A process id may have gone to a stranger by now: only one that has this folder in its command line is ours. */
    private Stream<ProcessHandle> find(String part) {
        return Stream.ofNullable(home.runFile().read().get(part))
                .flatMap(entry -> ProcessHandle.of(entry.pid()).stream())
                .filter(process -> process.info()
                        .commandLine()
                        .orElse("")
                        .contains(home.path().toString()));
    }
}
