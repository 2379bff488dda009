package dev.newera.chat.commands;

import dev.newera.chat.Failure;
import dev.newera.chat.operations.Away;
import java.io.PrintWriter;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The chat's commands, under one name. */
@Command(
        name = "java -jar quarkus-run.jar",
        description =
                "Looks after a chat: its log, its topics, its counts and its keys. It finds PostgreSQL and Kafka by the same"
                        + " environment variables as chat-api, and may be run while chat-api runs. Without a command, chat-api starts.",
        scope = ScopeType.INHERIT,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, and all is well",
            "1:not done, or not all of it: the last line says why",
            "2:the command line cannot be understood",
            "3:done, and something was found that wants a person"
        })
public final class Commands implements Runnable {
    /** Done, and something was found. */
    static final int FOUND = 3;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "this text")
    private boolean help;

    @Spec
    private CommandSpec spec;

    private Commands() {}

    /** @return one of the exit codes that {@code --help} tells */
    public static int run(Parts parts, PrintWriter out, PrintWriter err, String... words) {
        return new CommandLine(new Commands())
                .addSubcommand(new Lag(parts))
                .addSubcommand(keys(parts))
                .addSubcommand(new DeadLetters(parts))
                .addSubcommand(new Announce(parts))
                .addSubcommand(new Counts(parts))
                .addSubcommand(new Reconcile(parts))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((problem, given) -> misunderstood(problem))
                .setExecutionExceptionHandler((problem, command, parsed) -> notDone(problem, command))
                .execute(words);
    }

    private static CommandLine keys(Parts parts) {
        return new CommandLine(new Keys())
                .addSubcommand(new CreateKey(parts))
                .addSubcommand(new ListKeys(parts, Clock.systemUTC()))
                .addSubcommand(new RevokeKey(parts));
    }

    private static int misunderstood(ParameterException problem) {
        problem.getCommandLine().getErr().println(problem.getMessage() + " --help tells what there is.");
        return 2;
    }

    private static int notDone(Exception problem, CommandLine command) {
        command.getErr().println(sentence(problem));
        return 1;
    }

    private static String sentence(Exception problem) {
        if (problem instanceof Away || problem instanceof Failure failure && failure.getCause() == null) {
            return problem.getMessage();
        }
        if (problem instanceof Failure) {
            return "PostgreSQL does not answer: " + problem.getCause().getMessage();
        }
        return problem.toString();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
