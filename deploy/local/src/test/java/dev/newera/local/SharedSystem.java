package dev.newera.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one system that all tests of this JVM share to whoever asks for it; it is stopped after the last test. */
public final class SharedSystem implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningSystem.class;
    }

    @Override
    public RunningSystem resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }

    /** The same for other extensions. */
    public static RunningSystem of(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(RunningSystem.class, key -> start(), RunningSystem.class);
    }

    private static RunningSystem start() {
        try {
            return new RunningSystem(RunningSystem.freshFolder("shared")).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
