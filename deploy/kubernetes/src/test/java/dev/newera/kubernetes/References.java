package dev.newera.kubernetes;

import static dev.newera.kubernetes.Manifest.each;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;

/** Looks for names that lead nowhere. Secrets are made by operators and by people, so theirs are not looked for. */
final class References {

    private References() {}

    static Stream<Complaint> check(Manifests manifests) {
        return Stream.of(
                        manifests.pods().flatMap(pod -> ofPod(manifests, pod)),
                        manifests.of("Service").flatMap(service -> ofService(manifests, service)),
                        Stream.of("HorizontalPodAutoscaler", "ScaledObject")
                                .flatMap(manifests::of)
                                .flatMap(scaler -> missing(
                                        manifests, scaler, "Deployment", scaler.at("/spec/scaleTargetRef/name"))),
                        manifests.of("HTTPRoute").flatMap(route -> ofRoute(manifests, route)),
                        Stream.of("KafkaTopic", "KafkaUser", "KafkaNodePool")
                                .flatMap(manifests::of)
                                .flatMap(owned -> missing(
                                        manifests, owned, "Kafka", owned.at("/metadata/labels/strimzi.io~1cluster"))))
                .flatMap(complaints -> complaints);
    }

    private static Stream<Complaint> ofPod(Manifests manifests, Pod pod) {
        var account =
                missing(manifests, pod.owner(), "ServiceAccount", pod.spec().path("serviceAccountName"));
        var maps = Stream.concat(
                        pod.containers()
                                .flatMap(container -> each(container.path("envFrom")))
                                .map(source -> source.at("/configMapRef/name")),
                        each(pod.spec().path("volumes")).map(volume -> volume.at("/configMap/name")))
                .filter(JsonNode::isTextual)
                .flatMap(name -> missing(manifests, pod.owner(), "ConfigMap", name));
        var mounts = pod.containers()
                .flatMap(container -> each(container.path("volumeMounts")))
                .map(mount -> mount.path("name").asText())
                .filter(name -> !hasVolume(pod, name))
                .map(name -> pod.owner().complain("there is no volume " + name));
        var ports = pod.containers()
                .flatMap(container -> Stream.of("startupProbe", "livenessProbe", "readinessProbe")
                        .map(container::path)
                        .flatMap(probe -> Stream.of(probe.at("/httpGet/port"), probe.at("/tcpSocket/port")))
                        .filter(JsonNode::isTextual)
                        .filter(port -> !hasPort(container, port))
                        .map(port -> pod.complain(container, "there is no port " + port)));
        return Stream.of(account, maps, mounts, ports).flatMap(complaints -> complaints);
    }

    private static Stream<Complaint> ofService(Manifests manifests, Manifest service) {
        Map<String, String> wanted = Manifest.map(service.at("/spec/selector"));
        var pods = manifests
                .pods()
                .filter(pod -> pod.labels().entrySet().containsAll(wanted.entrySet()))
                .toList();
        if (pods.isEmpty()) return Stream.of(service.complain("selects no pod"));
        return each(service.at("/spec/ports"))
                .map(port -> port.path("targetPort"))
                .filter(port -> pods.stream().flatMap(Pod::containers).noneMatch(container -> hasPort(container, port)))
                .map(port -> service.complain("its pods have no port " + port));
    }

    private static Stream<Complaint> ofRoute(Manifests manifests, Manifest route) {
        return each(route.at("/spec/rules"))
                .flatMap(rule -> each(rule.path("backendRefs")))
                .flatMap(backend -> missing(manifests, route, "Service", backend.path("name")));
    }

    private static boolean hasVolume(Pod pod, String name) {
        return Stream.concat(
                        each(pod.spec().path("volumes")).map(volume -> volume.path("name")),
                        each(pod.owner().at("/spec/volumeClaimTemplates")).map(claim -> claim.at("/metadata/name")))
                .anyMatch(volume -> volume.asText().equals(name));
    }

    private static boolean hasPort(JsonNode container, JsonNode port) {
        return each(container.path("ports"))
                .anyMatch(own -> own.path("name").equals(port)
                        || own.path("containerPort").equals(port));
    }

    private static Stream<Complaint> missing(Manifests manifests, Manifest who, String kind, JsonNode name) {
        return manifests.has(kind, name.asText())
                ? Stream.empty()
                : Stream.of(who.complain("there is no " + kind + " " + name));
    }
}
