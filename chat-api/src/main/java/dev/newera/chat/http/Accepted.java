package dev.newera.chat.http;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/**
 * Which of several forms a client asks for. What else than the type is said of it, as in {@code text/csv;charset=utf-8}, tells no two
 * forms apart.
 */
final class Accepted {
    private Accepted() {}

    /** The one that the client likes best; of those that it likes as much, the first. Throws NotAcceptableException. */
    static MediaType of(HttpHeaders asked, List<MediaType> forms) {
        var accepted = asked.getAcceptableMediaTypes();
        return accepted.stream()
                .filter(type -> !isRefused(type))
                .flatMap(type -> forms.stream().filter(type::isCompatible))
                .filter(form -> accepted.stream().noneMatch(type -> isRefused(type) && isSame(type, form)))
                .findFirst()
                .orElseThrow(NotAcceptableException::new);
    }

    private static boolean isRefused(MediaType type) {
        return type.getParameters().getOrDefault("q", "1").matches("0(\\.0*)?");
    }

    private static boolean isSame(MediaType type, MediaType form) {
        return type.getType().equalsIgnoreCase(form.getType())
                && type.getSubtype().equalsIgnoreCase(form.getSubtype());
    }
}
