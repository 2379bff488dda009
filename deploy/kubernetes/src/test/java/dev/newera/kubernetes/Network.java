package dev.newera.kubernetes;

import static dev.newera.kubernetes.Manifest.each;

import java.util.stream.Stream;

/** Looks at who may speak to whom: nobody to anybody, unless a policy says so. */
final class Network {

    private Network() {}

    static Stream<Complaint> check(Manifests manifests) {
        return Stream.concat(
                manifests
                        .pods()
                        .flatMap(pod -> Stream.of("Ingress", "Egress")
                                .filter(direction -> !isLimited(manifests, pod, direction))
                                .map(direction -> pod.owner().complain("no network policy limits its " + direction))),
                manifests
                        .of("NetworkPolicy")
                        .filter(Network::opensEgressToAll)
                        .map(policy -> policy.complain("lets its pods speak to anybody about anything")));
    }

    private static boolean isLimited(Manifests manifests, Pod pod, String direction) {
        return manifests
                .of("NetworkPolicy")
                .filter(policy -> policy.namespace().equals(pod.owner().namespace()))
                .filter(policy -> each(policy.at("/spec/policyTypes"))
                        .anyMatch(type -> type.asText().equals(direction)))
                .anyMatch(policy -> new Selector(policy.at("/spec/podSelector")).selects(pod));
    }

    private static boolean opensEgressToAll(Manifest policy) {
        return each(policy.at("/spec/egress"))
                .anyMatch(way ->
                        way.path("to").isMissingNode() && way.path("ports").isMissingNode());
    }
}
