package dev.newera.kubernetes;

import static dev.newera.kubernetes.Manifest.each;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for what nobody should read in a manifest: secrets come from Secrets, and those are made elsewhere. */
final class Secrets {

    private static final Pattern NAME = Pattern.compile("PASSWORD|SECRET|TOKEN|CREDENTIAL|PRIVATE_?KEY|API_?KEY");
    private static final Pattern LOGIN = Pattern.compile("://[^/@]+:[^/@]+@|[?&]password=");

    private Secrets() {}

    static Stream<Complaint> check(Manifests manifests) {
        var secrets = manifests.of("Secret").map(secret -> secret.complain("is written out"));
        var variables = manifests
                .pods()
                .flatMap(pod -> pod.containers()
                        .flatMap(container -> each(container.path("env"))
                                .filter(variable -> isSecret(
                                        variable.path("name").asText(),
                                        variable.path("value").asText()))
                                .map(variable -> pod.complain(container, variable.path("name") + " is written out"))));
        var settings = manifests
                .of("ConfigMap")
                .flatMap(map -> map.at("/data").properties().stream()
                        .filter(entry ->
                                isSecret(entry.getKey(), entry.getValue().asText()))
                        .map(entry -> map.complain(entry.getKey() + " is written out")));
        return Stream.of(secrets, variables, settings).flatMap(complaints -> complaints);
    }

    private static boolean isSecret(String name, String value) {
        return !value.isEmpty() && NAME.matcher(name).find()
                || LOGIN.matcher(value).find();
    }
}
