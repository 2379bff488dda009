package dev.newera.tagging.commands;

import dev.newera.tagging.BadCodebook;
import dev.newera.tagging.Codebook;
import dev.newera.tagging.CodebookFormat;
import dev.newera.tagging.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which codebook a command works with. */
final class CodebookOption {
    @Option(
            names = "--codebook",
            paramLabel = "FILE",
            defaultValue = "chat-api/src/main/resources/codebook/new-era.yaml",
            description = "the codebook, YAML or JSON (default: ${DEFAULT-VALUE})")
    Path file;

    Codebook read(CodebookFormat format) throws IOException, BadCodebook {
        return format.parse(document());
    }

    String document() throws IOException {
        return TextFile.read(file);
    }

    static Set<String> themes(Codebook codebook) {
        return codebook.themes().stream().map(Theme::id).collect(Collectors.toSet());
    }
}
