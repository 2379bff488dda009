package dev.newera.kubernetes;

import static dev.newera.kubernetes.Manifest.each;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at what happens when pods are replaced, moved, or become more or fewer. */
final class Updates {

    /** The relay's last stretch, and a slow machine. */
    private static final Duration AFTER_THE_REQUESTS = Duration.ofSeconds(20);

    private static final Set<String> DOMAINS = Set.of("topology.kubernetes.io/zone", "kubernetes.io/hostname");

    private Updates() {}

    static Stream<Complaint> rolling(Manifests manifests) {
        long drain = drain().toSeconds();
        return manifests.of("Deployment").flatMap(deployment -> {
            var pod = deployment.at("/spec/template/spec");
            long preStop =
                    pod.at("/containers/0/lifecycle/preStop/sleep/seconds").asLong();
            long grace = pod.path("terminationGracePeriodSeconds").asLong();
            return Stream.of(
                            wrong(
                                    deployment
                                            .text("/spec/strategy/rollingUpdate/maxUnavailable")
                                            .equals("0"),
                                    "an update may begin with taking one away"),
                            wrong(preStop >= 5, "a pod ends before the endpoints have heard of it"),
                            wrong(
                                    grace >= preStop + drain,
                                    "a pod is killed while it drains, which may take " + drain + " s"))
                    .flatMap(what -> what)
                    .map(deployment::complain);
        });
    }

    static Stream<Complaint> budgets(Manifests manifests) {
        return manifests.pods().filter(Pod::serves).flatMap(pod -> {
            long budgets = manifests
                    .of("PodDisruptionBudget")
                    .filter(budget -> new Selector(budget.at("/spec/selector")).selects(pod))
                    .count();
            return wrong(budgets == 1, budgets + " disruption budgets select its pods, not one")
                    .map(pod.owner()::complain);
        });
    }

    static Stream<Complaint> spread(Manifests manifests) {
        return manifests.of("Deployment").flatMap(deployment -> {
            var apart = each(deployment.at("/spec/template/spec/topologySpreadConstraints"))
                    .map(constraint -> constraint.path("topologyKey").asText())
                    .collect(toSet());
            return wrong(apart.containsAll(DOMAINS), "all of it may lie on one node, or in one zone")
                    .map(deployment::complain);
        });
    }

    static Stream<Complaint> scaled(Manifests manifests) {
        return Stream.of("HorizontalPodAutoscaler", "ScaledObject")
                .flatMap(manifests::of)
                .flatMap(scaler -> manifests
                        .of("Deployment")
                        .filter(deployment -> deployment.name().equals(scaler.text("/spec/scaleTargetRef/name")))
                        .filter(deployment -> !deployment.at("/spec/replicas").isMissingNode())
                        .map(deployment -> deployment.complain("each apply would undo what " + scaler + " did")));
    }

    /** What chat-api may take to end once it was told to; the worker takes less. */
    private static Duration drain() {
        try (var file = Files.newBufferedReader(Path.of(System.getProperty("chat-api.settings")))) {
            var settings = new Properties();
            settings.load(file);
            return Duration.parse("PT"
                            + settings.getProperty("quarkus.shutdown.timeout").toUpperCase())
                    .plus(AFTER_THE_REQUESTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> wrong(boolean right, String what) {
        return right ? Stream.empty() : Stream.of(what);
    }
}
