package dev.newera.local;

import dev.newera.embedded.StartFailure;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param httpPort where chat-api shall answer
 * @param data the folder for all that is kept
 * @param fresh whether what is in it is thrown away first
 * @param demo whether an imitation of a whole chat is played
 * @param exit whether to stop after the table
 */
record Options(int httpPort, Path data, boolean fresh, boolean demo, boolean exit) {

    static Options parse(List<String> arguments, Path usualData) {
        var options = new Options(8080, usualData, false, false, false);
        var left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) options = options.with(left.remove(), left);
        return options;
    }

    private Options with(String option, Deque<String> values) {
        return switch (option) {
            case "--http-port" -> new Options(port(value(option, values)), data, fresh, demo, exit);
            case "--data" -> new Options(httpPort, Path.of(value(option, values)), fresh, demo, exit);
            case "--fresh" -> new Options(httpPort, data, true, demo, exit);
            case "--exit" -> new Options(httpPort, data, fresh, demo, true);
            case "--demo" -> new Options(httpPort, data, fresh, true, exit);
            default -> throw new StartFailure("There is no option " + option + "; --help lists those that there are.");
        };
    }

    private static String value(String option, Deque<String> values) {
        if (values.isEmpty()) throw new StartFailure(option + " needs a value after it.");
        return values.remove();
    }

    private static int port(String word) {
        if (!word.matches("\\d{1,5}") || Integer.parseInt(word) < 1 || Integer.parseInt(word) > 65_535) {
            throw new StartFailure("--http-port is " + word + "; a port is a number from 1 to 65535.");
        }
        return Integer.parseInt(word);
    }
}
