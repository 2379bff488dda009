package dev.newera.kubernetes;

import static dev.newera.kubernetes.Manifest.each;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;

/** The pods of a manifest: its template of them. */
record Pod(Manifest owner, JsonNode template) {

    JsonNode spec() {
        return template.path("spec");
    }

    Map<String, String> labels() {
        return Manifest.map(template.at("/metadata/labels"));
    }

    Stream<JsonNode> containers() {
        return Stream.concat(each(spec().path("initContainers")), each(spec().path("containers")));
    }

    boolean serves() {
        return !owner.is("Job");
    }

    Complaint complain(JsonNode container, String what) {
        return owner.complain("container " + container.path("name").asText() + ": " + what);
    }
}
