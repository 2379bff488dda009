package dev.newera.tagging.commands;

import dev.newera.tagging.Tagger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The worker's commands, under one name. */
@Command(
        name = "java -jar quarkus-run.jar",
        description = "Tries, judges and fits a codebook, without Kafka and without a service.",
        mixinStandardHelpOptions = true,
        version = "tagger " + Tagger.VERSION,
        scope = ScopeType.INHERIT,
        subcommands = {Evaluate.class, Learn.class, Explain.class})
public final class Commands {

    private Commands() {}

    /** @return 0: done; 1: something is wrong with a file; 2: something is wrong with the command line */
    public static int run(String... words) {
        return commandLine().execute(words);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Commands())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    command.getErr().println(problem.getMessage());
                    return 1;
                });
    }
}
