package dev.newera.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** What may stand in an object of one kind. */
interface Schema {

    /** What is wrong with it; of several things maybe the first one only. */
    Stream<String> wrong(JsonNode object);
}
