package dev.newera.tagging.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A field that nobody knows yet, as a later release may write it. */
final class Unknown {

    private static final List<String> THINGS = List.of("id", "tweet_id", "codebook_id", "theme", "indicator");

    private Unknown() {}

    /** In every object that is a thing of its own, however deep. Maps, such as the learned weights, keep their kind. */
    static void addedEverywhere(JsonNode node) {
        node.forEach(Unknown::addedEverywhere);
        if (node instanceof ObjectNode object && THINGS.stream().anyMatch(object::has)) {
            object.putObject("a_field_of_the_future").put("deep", true);
        }
    }
}
