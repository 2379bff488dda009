package dev.newera.kubernetes;

import static dev.newera.kubernetes.Manifest.each;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Looks at mounts above a folder that the image declares as a volume. The container runtime puts an empty volume of its own
 * there unless a mount has exactly that path: it hides what was mounted, or finds no place for it in what is read-only.
 */
final class ImageVolumes {

    /** The {@code VOLUME}s of the Dockerfiles of other people's images. */
    private static final Map<String, List<String>> DECLARED = Map.of(
            "apache/kafka", List.of("/etc/kafka/secrets", "/var/lib/kafka/data", "/mnt/shared/config"),
            "postgres", List.of("/var/lib/postgresql"));

    private ImageVolumes() {}

    static Stream<Complaint> check(Manifests manifests) {
        return manifests
                .pods()
                .flatMap(pod -> pod.containers()
                        .flatMap(container -> hidden(container).map(what -> pod.complain(container, what))));
    }

    private static Stream<String> hidden(JsonNode container) {
        var image = container.path("image").asText().split(":")[0];
        return DECLARED.getOrDefault(image, List.of()).stream()
                .flatMap(volume -> each(container.path("volumeMounts"))
                        .map(mount -> mount.path("mountPath").asText())
                        .filter(path -> volume.startsWith(path + "/"))
                        .map(path -> "the image's own volume " + volume + " lies over the mount at " + path));
    }
}
