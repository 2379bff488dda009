package dev.newera.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What docs/operations.md says of settings is what the code says: names, defaults, and none of our own left out. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SettingsTest {

    private static final Path CHECKOUT = Path.of("../..");
    private static final List<String> SERVICES = List.of("chat-api", "tagging-worker");

    /** A row of a table: the name of a variable, and its defaults. */
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `([A-Z][A-Z0-9_]+)` \\| ([^|]*)\\|");

    private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern METHOD =
            Pattern.compile("(?:@WithDefault\\(\"([^\"]*)\"\\)\\s+)?[A-Za-z<>]+ ([a-z][A-Za-z]*)\\(\\);");

    /** The defaults of each variable, by all services; none where it is unset. */
    private static final Map<String, Set<String>> DEFAULTS = new TreeMap<>();

    private static Map<String, Set<String>> documented;

    @BeforeAll
    static void read() throws IOException {
        for (var service : SERVICES) {
            readProperties(CHECKOUT.resolve(service).resolve("src/main/resources/application.properties"));
            readMappings(CHECKOUT.resolve(service).resolve("src/main/java"));
        }
        documented = DOCUMENTED
                .matcher(Files.readString(CHECKOUT.resolve("docs/operations.md")))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> quoted(row.group(2)), (a, b) -> a, TreeMap::new));
    }

    private static Set<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map(it -> it.group(1)).collect(Collectors.toSet());
    }

    private static void readProperties(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        properties.stringPropertyNames().stream()
                .filter(name -> !name.startsWith("%"))
                .forEach(name -> add(name, properties.getProperty(name)));
    }

    private static void readMappings(Path sources) throws IOException {
        try (var files = Files.walk(sources)) {
            for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                readMapping(Files.readString(file));
            }
        }
    }

    private static void readMapping(String source) {
        var prefix = PREFIX.matcher(source);
        if (prefix.find()) {
            METHOD.matcher(source)
                    .results()
                    .forEach(method -> add(prefix.group(1) + "." + dashed(method.group(2)), method.group(1)));
        }
    }

    private static String dashed(String method) {
        return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static void add(String property, String value) {
        var defaults = DEFAULTS.computeIfAbsent(variable(property), name -> new HashSet<>());
        if (value != null) defaults.add(value);
    }

    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    @Test
    void a_default_that_is_told_is_the_default() {
        assertThat(documented).hasSizeGreaterThan(20);
        documented.forEach((name, told) ->
                assertThat(DEFAULTS.getOrDefault(name, Set.of())).as(name).containsAll(told));
    }

    @Test
    void a_default_that_we_chose_is_told() {
        documented.forEach(
                (name, told) -> assertThat(told).as(name).containsAll(DEFAULTS.getOrDefault(name, Set.of())));
    }

    @Test
    void none_of_our_own_settings_is_left_out() {
        var ours = DEFAULTS.keySet().stream()
                .filter(name -> name.startsWith("CHAT_") || name.startsWith("TAGGING_"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(ours).hasSizeGreaterThan(10);
        assertThat(documented.keySet()).containsAll(ours);
    }
}
