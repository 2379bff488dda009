package dev.newera.tagging.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/** A problem detail of RFC 9457. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProblemView(String type, String title, int status, String detail, String instance, List<Place> errors) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad request"),
            Map.entry(404, "Not found"),
            Map.entry(405, "Method not allowed"),
            Map.entry(406, "Not acceptable"),
            Map.entry(413, "Content too large"),
            Map.entry(415, "Unsupported media type"),
            Map.entry(422, "Unprocessable content"),
            Map.entry(500, "Internal error"),
            Map.entry(503, "Not available"));

    /** @param pointer JSON pointer into the request's body */
    record Place(String pointer, String detail) {}

    static ProblemView of(int status, String detail, String instance) {
        return new ProblemView("about:blank", title(status), status, detail, instance, null);
    }

    static ProblemView at(int status, String pointer, String detail, String instance) {
        var places = List.of(new Place(pointer, detail));
        var sentence = (pointer.isEmpty() ? "The body" : pointer.substring(1)) + ": " + detail + ".";
        return new ProblemView("about:blank", title(status), status, sentence, instance, places);
    }

    private static String title(int status) {
        return TITLES.getOrDefault(status, "Error " + status);
    }
}
