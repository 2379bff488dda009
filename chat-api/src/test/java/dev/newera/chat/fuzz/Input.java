package dev.newera.chat.fuzz;

import dev.newera.chat.fuzz.Contract.Operation;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * What goes in.
 *
 * @param number tells, with the seed, all the rest
 * @param target path and query
 * @param body null for none
 */
record Input(long number, Operation operation, String target, Map<String, String> headers, byte[] body) {
    private static final Duration HANGS = Duration.ofSeconds(30);

    HttpRequest request(String host) {
        var request = HttpRequest.newBuilder(URI.create(host + target)).timeout(HANGS);
        headers.forEach(request::header);
        return request.method(
                        operation.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .build();
    }

    @Override
    public String toString() {
        return operation.method() + " " + target + " " + headers + "\n"
                + (body == null ? "" : new String(body, StandardCharsets.UTF_8));
    }
}
