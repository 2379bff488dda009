package dev.newera.kubernetes;

import static dev.newera.kubernetes.Manifest.each;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A label selector of Kubernetes; one that says nothing selects every pod. Of the operators, those that the manifests use. */
record Selector(JsonNode tree) {

    boolean selects(Pod pod) {
        return selects(pod.labels());
    }

    boolean selects(Map<String, String> labels) {
        return labels.entrySet()
                        .containsAll(Manifest.map(tree.path("matchLabels")).entrySet())
                && each(tree.path("matchExpressions")).allMatch(expression -> isAmong(expression, labels));
    }

    private static boolean isAmong(JsonNode expression, Map<String, String> labels) {
        if (!expression.path("operator").asText().equals("In")) {
            throw new IllegalArgumentException("The operator of " + expression + " is not known here.");
        }
        var label = labels.get(expression.path("key").asText());
        return each(expression.path("values")).anyMatch(value -> value.asText().equals(label));
    }
}
