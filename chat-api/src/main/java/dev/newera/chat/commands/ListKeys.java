package dev.newera.chat.commands;

import dev.newera.chat.ApiKey;
import dev.newera.chat.Permission;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        description = "Lists the keys, newest first, and when each was last used, to the hour. No secret is among it.")
final class ListKeys implements Callable<Integer> {
    private final Parts parts;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    ListKeys(Parts parts, Clock clock) {
        this.parts = parts;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var table = new Table("id", "name", "scopes", "author", "created", "expires", "last used", "state");
        parts.keys().all().forEach(key -> row(table, key));
        spec.commandLine().getOut().print(table);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private void row(Table table, ApiKey key) {
        table.row(
                key.id(),
                key.name(),
                key.permissions().stream().map(Permission::scope).sorted().collect(Collectors.joining(",")),
                key.author().map(it -> "@" + it).orElse("-"),
                day(Optional.of(key.createdAt())),
                day(key.expiresAt()),
                key.lastUsedAt().map(Instant::toString).orElse("never"),
                state(key));
    }

    private static String day(Optional<Instant> at) {
        return at.map(it -> it.toString().substring(0, 10)).orElse("never");
    }

    private String state(ApiKey key) {
        if (key.revokedAt().isPresent()) {
            return "revoked";
        }
        return key.isGoodAt(clock.instant()) ? "good" : "expired";
    }
}
