package dev.newera.kubernetes;

import static dev.newera.kubernetes.Manifest.each;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** Looks at what a container could do if somebody took it over; stricter than the pod security standard "restricted". */
final class Hardening {

    private Hardening() {}

    static Stream<Complaint> containers(Manifests manifests) {
        return manifests
                .pods()
                .flatMap(pod -> pod.containers()
                        .flatMap(container -> sins(pod.spec(), container).map(sin -> pod.complain(container, sin))));
    }

    static Stream<Complaint> tokens(Manifests manifests) {
        var accounts = manifests
                .of("ServiceAccount")
                .filter(account -> !isFalse(account.at("/automountServiceAccountToken")))
                .map(account -> account.complain("its pods get a token of Kubernetes"));
        var pods = manifests
                .pods()
                .filter(pod -> !isFalse(pod.spec().path("automountServiceAccountToken")))
                .map(pod -> pod.owner().complain("its pods get a token of Kubernetes"));
        return Stream.concat(accounts, pods);
    }

    private static Stream<String> sins(JsonNode pod, JsonNode container) {
        var own = container.path("securityContext");
        var whole = pod.path("securityContext");
        return Stream.of(
                        sin(isTrue(whole.path("runAsNonRoot")), "may be root"),
                        sin(whole.path("runAsUser").asInt() > 0, "has no number that is not root's"),
                        sin(
                                whole.at("/seccompProfile/type").asText().equals("RuntimeDefault"),
                                "may call all of the kernel"),
                        sin(isFalse(own.path("allowPrivilegeEscalation")), "may gain rights"),
                        sin(isTrue(own.path("readOnlyRootFilesystem")), "may write over its own programs"),
                        sin(dropsAll(own), "keeps capabilities of root"),
                        sin(!isTrue(own.path("privileged")), "is privileged"),
                        sin(!isTrue(pod.path("hostNetwork")), "is in the network of its node"))
                .flatMap(sin -> sin);
    }

    private static Stream<String> sin(boolean innocent, String sin) {
        return innocent ? Stream.empty() : Stream.of(sin);
    }

    private static boolean dropsAll(JsonNode context) {
        var capabilities = context.path("capabilities");
        return each(capabilities.path("drop"))
                        .anyMatch(dropped -> dropped.asText().equals("ALL"))
                && capabilities.path("add").isMissingNode();
    }

    private static boolean isTrue(JsonNode node) {
        return node.isBoolean() && node.booleanValue();
    }

    private static boolean isFalse(JsonNode node) {
        return node.isBoolean() && !node.booleanValue();
    }
}
