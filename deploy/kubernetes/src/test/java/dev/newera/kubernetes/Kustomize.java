package dev.newera.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kustomize of a machine, by its command. */
record Kustomize(List<String> command) {

    /** The first of those that there may be that knows what the overlays use; kubectl brought one that did not until 1.27. */
    static Optional<Kustomize> ofThisMachine() {
        return Stream.of(List.of("kubectl", "kustomize"), List.of("kustomize", "build"))
                .map(Kustomize::new)
                .filter(Kustomize::isFive)
                .findFirst();
    }

    Manifests render(Overlay overlay) {
        try {
            var output = Files.createTempFile("rendering", ".yaml");
            var exit = run(
                    Stream.concat(command.stream(), Stream.of(overlay.sources().toString()))
                            .toList(),
                    output);
            if (exit != 0) throw new AssertionError(command + " fails on " + overlay.sources());
            return Manifests.read(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isFive() {
        try {
            var output = Files.createTempFile("version", ".txt");
            var program = command.get(0);
            var question =
                    program.equals("kubectl") ? List.of(program, "version", "--client") : List.of(program, "version");
            return run(question, output) == 0 && Files.readString(output).matches("(?s).*v5\\.\\d+\\.\\d+.*");
        } catch (IOException e) {
            return false; // There is no such program.
        }
    }

    private static int run(List<String> command, Path output) throws IOException {
        return new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .join()
                .exitValue();
    }
}
