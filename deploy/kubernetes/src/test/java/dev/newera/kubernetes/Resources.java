package dev.newera.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at what containers ask of a node. */
final class Resources {

    /** Kubernetes would take "512m" too, for half a byte. */
    private static final Pattern MEMORY = Pattern.compile("[1-9][0-9]*[MG]i");

    private Resources() {}

    static Stream<Complaint> check(Manifests manifests) {
        return manifests
                .pods()
                .flatMap(pod -> pod.containers()
                        .flatMap(container ->
                                wrong(container.path("resources")).map(what -> pod.complain(container, what))));
    }

    private static Stream<String> wrong(JsonNode resources) {
        var requested = resources.at("/requests/memory").asText();
        return Stream.of(
                        wrong(resources.at("/requests/cpu").isMissingNode(), "does not say what CPU it needs"),
                        wrong(resources.at("/limits/cpu").isMissingNode(), "does not say how many CPUs it may count"),
                        wrong(!MEMORY.matcher(requested).matches(), "does not say in Mi or Gi what memory it needs"),
                        wrong(
                                !requested.equals(resources.at("/limits/memory").asText()),
                                "may take memory that the node has promised to another"))
                .flatMap(what -> what);
    }

    private static Stream<String> wrong(boolean wrong, String what) {
        return wrong ? Stream.of(what) : Stream.empty();
    }
}
