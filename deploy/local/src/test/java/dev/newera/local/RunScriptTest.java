package dev.newera.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script on machines that lack something: a copy of it in a checkout of nothing, with a PATH of our making. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RunScriptTest {

    private static final List<String> TOOLS = List.of("sh", "cat", "dirname", "sed", "head", "find", "mkdir", "mv");

    private static final List<String> SOURCES = List.of(
            "pom.xml",
            "docs/api",
            "docs/events",
            "chat-api/pom.xml",
            "chat-api/src/main",
            "tagging-worker/pom.xml",
            "tagging-worker/src/main",
            "deploy/embedded/pom.xml",
            "deploy/embedded/src/main",
            "deploy/local/pom.xml",
            "deploy/local/src/main");

    private static final List<String> MADE = List.of(
            "deploy/local/target/local.jar",
            "chat-api/target/quarkus-app/quarkus-run.jar",
            "tagging-worker/target/quarkus-app/quarkus-run.jar");

    @TempDir
    Path checkout;

    private Path bin;
    private int exitCode;

    @BeforeEach
    void a_bare_machine() throws IOException {
        Files.createDirectories(checkout.resolve("deploy/local"));
        Files.copy(Path.of("run"), script());
        bin = Files.createDirectory(checkout.resolve("bin"));
        for (var tool : TOOLS) Files.createSymbolicLink(bin.resolve(tool), find(tool));
    }

    @Test
    void help_needs_nothing() throws IOException {
        assertThat(run("--exit", "--help"))
                .contains("--http-port", "--data", "--fresh", "--demo", "--exit", "run.json");
        assertThat(exitCode).isZero();
    }

    @Test
    void a_misspelt_option_is_told_before_anything_is_built() throws IOException {
        assertThat(run("--data", "chat", "--freshly"))
                .isEqualTo("There is no option --freshly; --help lists those that there are.");
        assertThat(exitCode).isOne();
    }

    @Test
    void a_machine_without_java_is_told_what_to_install() throws IOException {
        assertThat(run()).isEqualTo("There is no Java here (java is not on the PATH): install a JDK 17 or newer.");
        assertThat(exitCode).isOne();
    }

    @Test
    void a_java_that_is_too_old_is_told_its_age() throws IOException {
        install("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");

        assertThat(run()).startsWith("This is Java 11").contains("needs a JDK 17 or newer");
    }

    @Test
    void even_java_8_has_an_age() throws IOException {
        install("java", "echo 'java version \"1.8.0_202\"' >&2");

        assertThat(run()).startsWith("This is Java 1 ").contains("needs a JDK 17 or newer");
    }

    @Test
    void a_java_without_a_compiler_cannot_build() throws IOException {
        install("java", "echo 'openjdk version \"17.0.15\" 2025-04-15' >&2");

        assertThat(run()).contains("is a JRE", "JDK 17");
    }

    @Test
    void a_machine_without_maven_is_told_what_to_install() throws IOException {
        install("java", "echo 'openjdk version \"25\" 2025-09-16' >&2");
        install("javac", "");

        assertThat(run()).contains("There is no Maven here", "3.8.7");
    }

    @Test
    void a_build_that_fails_shows_its_errors_and_where_the_rest_is() throws IOException {
        install("java", "echo 'openjdk version \"17.0.15\" 2025-04-15' >&2");
        install("javac", "");
        install(
                "mvn",
                "echo '[INFO] Building New Era Chat: chat-api 1.0.0-SNAPSHOT [3/5]'; echo '[ERROR] No.'; exit 1");

        assertThat(run()).contains("New Era Chat: chat-api", "[ERROR] No.", "The build failed", "build.log");
        assertThat(exitCode).isOne();
    }

    @Test
    void what_is_built_is_not_built_again() throws IOException {
        install("java", "[ \"$1\" != -version ] || echo 'openjdk version \"17.0.15\" 2025-04-15' >&2");
        install("javac", "");
        install("mvn", "echo built >>builds");
        for (var source : SOURCES) Files.createDirectories(checkout.resolve(source));
        for (var made : MADE) {
            var file = checkout.resolve(made);
            Files.createDirectories(file.getParent());
            Files.setLastModifiedTime(Files.createFile(file), FileTime.from(Instant.EPOCH));
        }

        run();
        run();

        assertThat(checkout.resolve("builds")).hasContent("built");
    }

    private String run(String... options) throws IOException {
        var command = new ArrayList<>(List.of(bin.resolve("sh").toString(), script().toString()));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        exitCode = process.onExit().join().exitValue();
        return output.strip();
    }

    private void install(String program, String script) throws IOException {
        var path = Files.writeString(bin.resolve(program), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path script() {
        return checkout.resolve("deploy/local/run");
    }

    private static Path find(String tool) {
        return List.of(Path.of("/usr/bin", tool), Path.of("/bin", tool)).stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }
}
