package dev.newera.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;

/** Looks at how the kubelet asks our services how they are. */
final class Probes {

    private static final Map<String, String> PATHS = Map.of(
            "startupProbe", "/q/health/started",
            "livenessProbe", "/q/health/live",
            "readinessProbe", "/q/health/ready");

    private Probes() {}

    static Stream<Complaint> check(Manifests manifests) {
        return manifests
                .of("Deployment")
                .flatMap(deployment -> deployment.pod().stream()
                        .flatMap(pod -> pod.containers()
                                .flatMap(container -> PATHS.entrySet().stream()
                                        .filter(probe -> !asks(container.path(probe.getKey()), probe.getValue()))
                                        .map(probe -> pod.complain(
                                                container,
                                                probe.getKey() + " is not " + probe.getValue()
                                                        + " of port management")))));
    }

    private static boolean asks(JsonNode probe, String path) {
        return probe.at("/httpGet/path").asText().equals(path)
                && probe.at("/httpGet/port").asText().equals("management");
    }
}
