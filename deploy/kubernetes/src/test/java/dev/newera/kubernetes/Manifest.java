package dev.newera.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An object of Kubernetes, as a manifest has it. */
record Manifest(JsonNode tree) {

    private static final List<String> WITH_PODS = List.of("Deployment", "StatefulSet", "Job");

    /** What tells its schema: {@code apps/v1/Deployment}. */
    String type() {
        return text("/apiVersion") + "/" + kind();
    }

    String kind() {
        return text("/kind");
    }

    String name() {
        return text("/metadata/name");
    }

    String namespace() {
        return text("/metadata/namespace");
    }

    boolean is(String wanted) {
        return kind().equals(wanted);
    }

    JsonNode at(String pointer) {
        return tree.at(pointer);
    }

    /** Empty where there is none. */
    String text(String pointer) {
        return tree.at(pointer).asText();
    }

    /** The pods that it makes, if it is of a kind that makes some. */
    Optional<Pod> pod() {
        return WITH_PODS.contains(kind()) ? Optional.of(new Pod(this, tree.at("/spec/template"))) : Optional.empty();
    }

    Complaint complain(String what) {
        return new Complaint(this, what);
    }

    @Override
    public String toString() {
        return kind() + "/" + name();
    }

    static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    static Map<String, String> map(JsonNode node) {
        var map = new HashMap<String, String>();
        node.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }
}
