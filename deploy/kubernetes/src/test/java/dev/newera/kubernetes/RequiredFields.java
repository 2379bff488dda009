package dev.newera.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.stream.Stream;

/** The fields that Kubernetes requires of its own kinds, as its Java client knows them. */
record RequiredFields(Validation validation) implements Schema {

    /** {@code V1Deployment::validateJsonElement} and its like. */
    @FunctionalInterface
    interface Validation {
        void validate(JsonElement object) throws IOException;
    }

    @Override
    public Stream<String> wrong(JsonNode object) {
        try {
            validation.validate(JsonParser.parseString(object.toString()));
            return Stream.empty();
        } catch (IllegalArgumentException | IOException e) {
            return Stream.of(e.getMessage());
        }
    }
}
