package dev.newera.local.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.newera.local.SharedSystem;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands every test a visitor of its own, in the one browser of this JVM, and lets none go who had to complain. */
final class Visitors implements ParameterResolver, AfterEachCallback {

    private static final Namespace HERE = Namespace.create(Visitors.class);
    private static final double PATIENCE = 60_000;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visitor.class;
    }

    /** A constructor's visitor is that of the one test that the instance is made for. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public Visitor resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var visitor = new Visitor(
                chromium(context).browser(), SharedSystem.of(context).chatApi().url());
        context.getStore(HERE).put(Visitor.class, visitor);
        return visitor;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var visitor = context.getStore(HERE).get(Visitor.class, Visitor.class);
        assertThat(visitor.complaints()).as("what the page complained of").isEmpty();
    }

    private static Chromium chromium(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(Chromium.class, key -> start(), Chromium.class);
    }

    private static Chromium start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        return new Chromium();
    }
}
