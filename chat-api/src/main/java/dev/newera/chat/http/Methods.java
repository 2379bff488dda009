package dev.newera.chat.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which methods each path takes, for the Allow header that a 405 owes (RFC 9110) and that the REST layer leaves out. Read off the
 * resources' own annotations.
 */
final class Methods {
    private static final Pattern PARAMETER = Pattern.compile("\\{(?:[^{}]|\\{[^}]*})*}");

    private final Map<String, Set<String>> methods = new TreeMap<>();
    private final Set<String> templates = new TreeSet<>();

    Methods(Class<?>... resources) {
        Stream.of(resources).forEach(this::add);
    }

    private void add(Class<?> resource) {
        var root = resource.getAnnotation(Path.class).value();
        for (var method : resource.getDeclaredMethods()) {
            templates.add(nameless(root + path(method)));
            verb(method)
                    .forEach(verb -> methods.computeIfAbsent(regex(root + path(method)), any -> new TreeSet<>())
                            .add(verb));
        }
    }

    private static Stream<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(it -> it.annotationType().getAnnotation(HttpMethod.class))
                .filter(it -> it != null)
                .map(HttpMethod::value);
    }

    private static String path(Method method) {
        var path = method.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    private static String regex(String template) {
        return PARAMETER.matcher(template).replaceAll("[^/]+");
    }

    private static String nameless(String template) {
        return PARAMETER.matcher(template).replaceAll("{}");
    }

    /** Whether this is the template of a path that there is, such as {@code /v1/tweets/{id}}, and not a path. */
    boolean hasTemplate(String template) {
        return templates.contains(nameless(template));
    }

    /** As the Allow header lists them; empty for a path that nothing is at. */
    String at(String path) {
        var found = new TreeSet<String>();
        methods.forEach((regex, verbs) -> {
            if (path.matches(regex)) {
                found.addAll(verbs);
            }
        });
        return String.join(", ", found);
    }
}
