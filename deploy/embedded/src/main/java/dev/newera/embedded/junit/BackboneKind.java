package dev.newera.embedded.junit;

import dev.newera.embedded.Backbone;
import dev.newera.embedded.StartFailure;
import dev.newera.embedded.containers.ContainerBackbone;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The one switch: the system property {@code backbone}, else the environment's {@code BACKBONE}, else embedded. */
enum BackboneKind {
    EMBEDDED(() -> Optional.of(EmbeddedBackbone.start())),
    CONTAINERS(() -> Optional.of(ContainerBackbone.start())),
    /** For test runs that need no server, or bring their own. */
    NONE(Optional::empty);

    private final Supplier<Optional<Backbone>> starter;

    BackboneKind(Supplier<Optional<Backbone>> starter) {
        this.starter = starter;
    }

    static BackboneKind chosen() {
        var environment = System.getenv().getOrDefault("BACKBONE", "embedded");
        return named(System.getProperty("backbone", environment));
    }

    static BackboneKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(name))
                .findFirst()
                .orElseThrow(() -> new StartFailure("BACKBONE=" + name + " is not known: choose one of " + words()));
    }

    Optional<Backbone> start() {
        return starter.get();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String words() {
        return Arrays.stream(values()).map(BackboneKind::word).collect(Collectors.joining(", ")) + ".";
    }
}
