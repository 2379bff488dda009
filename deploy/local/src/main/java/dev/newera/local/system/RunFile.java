package dev.newera.local.system;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.newera.embedded.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code run.json}: the process id, port and URLs of each part that runs, for scripts and for the next run. Whoever
 * reads it sees a whole file, old or new.
 */
record RunFile(Path path) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(long pid, int port, String url, String management) {}

    /** Throws a {@link StartFailure} that says why it could not be written; then what was there before is still there. */
    void write(Collection<Part> parts) {
        var entries = new LinkedHashMap<String, Entry>();
        for (var part : parts) part.process().ifPresent(process -> entries.put(key(part), entry(part, process)));
        try {
            var draft = path.resolveSibling("run.json.new");
            JSON.writeValue(draft.toFile(), entries);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StartFailure(path + " could not be written: " + e.getMessage(), e);
        }
    }

    /** What the last run wrote; nothing when it ended as it should, or wrote what cannot be read. */
    Map<String, Entry> read() {
        try {
            return Files.exists(path) ? JSON.readValue(path.toFile(), new TypeReference<>() {}) : Map.of();
        } catch (IOException e) {
            return Map.of();
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(Part part) {
        return part.name().replace('-', '_');
    }

    private static Entry entry(Part part, ProcessHandle process) {
        var address = part.address();
        return new Entry(process.pid(), address.port(), address.url(), address.management());
    }
}
