package dev.newera.chat.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.newera.chat.Failure.Fault;
import java.util.List;

/**
 * Problem details (RFC 9457).
 *
 * @param type a URN that never changes for the same kind of problem
 * @param errors what is wrong, each with a JSON Pointer into the body or a query parameter's name
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(String type, String title, int status, String detail, String instance, List<Fault> errors) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(String kind, String title, int status, String detail, String instance, List<Fault> errors) {
        return new Problem("urn:newera:problem:" + kind, title, status, detail, instance, errors);
    }
}
