package dev.newera.chat.commands;

import dev.newera.chat.Caller;
import dev.newera.chat.KeySecret;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "revoke",
        description = "Takes a key back, for good. A chat-api that has just seen it takes it for half a minute more.")
final class RevokeKey implements Callable<Integer> {
    private final Parts parts;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "as list has it; the whole key does too")
    private String id;

    RevokeKey(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Integer call() {
        var named = KeySecret.parse(id).map(KeySecret::id).orElse(id);
        boolean revoked = parts.keys().revoke(named, Caller.OPERATOR);
        spec.commandLine()
                .getOut()
                .println(
                        revoked
                                ? "The key " + named + " is revoked."
                                : "The key " + named + " had been revoked before.");
        return 0;
    }
}
