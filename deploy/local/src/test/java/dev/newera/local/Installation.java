package dev.newera.local;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The API of the installation that {@code -Dchat.url} names, by the key {@code -Dchat.key} if it asks for one; where it names none, of the system that all tests share. */
public final class Installation implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ChatApi.class;
    }

    @Override
    public ChatApi resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var url = System.getProperty("chat.url");
        return url == null ? SharedSystem.of(context).chatApi() : new ChatApi(url, System.getProperty("chat.key"));
    }
}
