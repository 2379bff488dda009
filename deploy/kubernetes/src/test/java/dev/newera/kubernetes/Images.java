package dev.newera.kubernetes;

import java.util.Optional;
import java.util.stream.Stream;

/** Looks at which images are run. */
final class Images {

    private static final String OURS = "new-era-chat/";
    private static final String VERSION = System.getProperty("project.version");

    private Images() {}

    static Stream<Complaint> check(Manifests manifests) {
        return manifests
                .pods()
                .flatMap(pod -> pod.containers()
                        .flatMap(container ->
                                wrong(container.path("image").asText())
                                        .map(what -> pod.complain(container, what))
                                        .stream()));
    }

    private static Optional<String> wrong(String image) {
        var tag = image.substring(image.lastIndexOf('/') + 1).split(":", 2);
        if (tag.length < 2 || tag[1].equals("latest")) {
            return Optional.of(image + " is another image every day");
        }
        return image.contains(OURS) && !tag[1].equals(VERSION)
                ? Optional.of(image + " is not of this version, " + VERSION)
                : Optional.empty();
    }
}
