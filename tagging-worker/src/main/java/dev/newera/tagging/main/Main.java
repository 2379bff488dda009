package dev.newera.tagging.main;

import dev.newera.tagging.commands.Commands;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The worker's one entrance: without words it serves, with words it is a command at a terminal and starts no service. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... words) {
        if (words.length == 0) {
            Quarkus.run();
        } else {
            System.exit(Commands.run(words));
        }
    }
}
