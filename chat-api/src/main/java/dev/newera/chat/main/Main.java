package dev.newera.chat.main;

import dev.newera.chat.commands.Commands;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintWriter;
import org.eclipse.microprofile.config.ConfigProvider;

/** The one entrance: without words chat-api serves, with words it is a command at a terminal and starts no service. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... words) {
        if (words.length == 0) {
            Quarkus.run();
        } else {
            System.exit(command(words));
        }
    }

    private static int command(String... words) {
        var parts = new OperatorParts(ConfigProvider.getConfig());
        return Commands.run(parts, new PrintWriter(System.out, true), new PrintWriter(System.err, true), words);
    }
}
