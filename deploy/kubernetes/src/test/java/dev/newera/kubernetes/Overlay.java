package dev.newera.kubernetes;

import java.nio.file.Path;

/** What can be installed. */
enum Overlay {
    DEMO,
    PRODUCTION;

    /** Where its kustomization stands. */
    Path sources() {
        return Path.of("overlays", folder());
    }

    /** What kustomize has made of it. */
    Path rendering() {
        return Path.of("rendered", folder() + ".yaml");
    }

    Manifests manifests() {
        return Manifests.read(rendering());
    }

    private String folder() {
        return name().toLowerCase();
    }
}
