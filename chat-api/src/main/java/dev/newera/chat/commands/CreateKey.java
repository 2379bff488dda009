package dev.newera.chat.commands;

import dev.newera.chat.Caller;
import dev.newera.chat.IssueKey.Issued;
import dev.newera.chat.Permission;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "create",
        description = "Makes a key and prints it, once: the chat keeps no more than its digest. It is good at once.")
final class CreateKey implements Callable<Integer> {
    private final Parts parts;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "what you call it: who has it, and for what")
    private String name;

    @Option(
            names = "--scopes",
            required = true,
            split = ",",
            paramLabel = "SCOPE",
            converter = Scope.class,
            description =
                    "what it opens: tweets:read, tweets:write, themes:read, codebook:write, or admin for everything")
    private Set<Permission> scopes = new LinkedHashSet<>();

    @Option(
            names = "--author",
            paramLabel = "USERNAME",
            description =
                    "posts and erases as this author alone; without, it is a program's: it posts for others, and erases nothing")
    private String author;

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            converter = Life.class,
            description = "how long it is good for, 90d or 12h; without, until it is revoked")
    private Duration life;

    CreateKey(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Integer call() {
        var issued = parts.issueKey()
                .issue(name, scopes, Optional.ofNullable(author), Optional.ofNullable(life), Caller.OPERATOR);
        // The key alone goes to the output, for whoever puts it straight into a file or a Secret.
        spec.commandLine().getErr().println(sentence(issued));
        spec.commandLine().getOut().println(issued.secret().reveal());
        return 0;
    }

    private static String sentence(Issued issued) {
        var end = issued.key().expiresAt().map(it -> " until " + it).orElse("");
        return "The key %s is good%s. It is shown this once:"
                .formatted(issued.key().id(), end);
    }

    /** By its name in the contract. */
    static final class Scope implements ITypeConverter<Permission> {
        @Override
        public Permission convert(String text) {
            return Permission.of(text)
                    .orElseThrow(() -> new TypeConversionException("there is no scope " + text + ", but "
                            + Arrays.stream(Permission.values())
                                    .map(Permission::scope)
                                    .collect(Collectors.joining(", "))));
        }
    }

    /** Days or hours. */
    static final class Life implements ITypeConverter<Duration> {
        private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,4})([dh])");

        @Override
        public Duration convert(String text) {
            var form = FORM.matcher(text);
            if (!form.matches()) {
                throw new TypeConversionException("say 90d or 12h");
            }
            long number = Long.parseLong(form.group(1));
            return form.group(2).equals("d") ? Duration.ofDays(number) : Duration.ofHours(number);
        }
    }
}
