package dev.newera.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** docs/api/openapi.yaml and the resources name the same operations, and what each takes: neither may drift from the other. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ContractDriftTest {

    /** Each with the scope that it takes. */
    private static Set<String> written() throws IOException {
        try (var file = ContractDriftTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return new YAMLMapper()
                    .readTree(file).get("paths").properties().stream()
                            .flatMap(path -> operations(path.getKey(), path.getValue()))
                            .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> operations(String path, JsonNode methods) {
        return methods.properties().stream()
                .filter(it -> !it.getKey().equals("parameters"))
                .map(it -> it.getKey().toUpperCase() + " " + path + " "
                        + it.getValue().at("/security/0/bearer/0").asText("nothing"));
    }

    private static Set<String> coded() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.newera.chat.http").stream()
                        .map(it -> it.reflect())
                        .filter(it -> it.isAnnotationPresent(Path.class))
                        .flatMap(ContractDriftTest::operations)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> operations(Class<?> resource) {
        var root = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method ->
                        verbs(method).map(verb -> verb + " " + template(root + path(method)) + " " + scope(method)));
    }

    /** A method that says nothing differs from every line of the contract, and is named by the test's message. */
    private static String scope(Method method) {
        var needs = method.getAnnotation(PermissionsAllowed.class);
        return needs == null ? "says nothing" : String.join(" or ", needs.value());
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(it -> it.annotationType().getAnnotation(HttpMethod.class))
                .filter(it -> it != null)
                .map(HttpMethod::value);
    }

    private static String path(Method method) {
        var path = method.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    /** Without the patterns that a resource gives its parameters. */
    private static String template(String path) {
        return path.replaceAll("\\{(\\w+):(?:[^{}]|\\{[^}]*})*}", "{$1}");
    }

    @Test
    void the_contract_and_the_resources_name_the_same_operations_and_the_same_scopes() throws IOException {
        assertThat(coded()).isNotEmpty().isEqualTo(written());
    }
}
