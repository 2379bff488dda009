package dev.newera.kubernetes;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that one overlay brings into a cluster. */
record Manifests(List<Manifest> all) {

    private static final ObjectReader YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()
            .readerFor(JsonNode.class);

    /** Reads the documents of a file; a key that stands twice in an object is a failure. */
    static Manifests read(Path file) {
        try (var documents = YAML.<JsonNode>readValues(Files.readString(file))) {
            return new Manifests(documents.readAll().stream()
                    .filter(document -> !document.isNull())
                    .map(Manifest::new)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    Stream<Manifest> of(String kind) {
        return all.stream().filter(manifest -> manifest.is(kind));
    }

    Stream<Pod> pods() {
        return all.stream().map(Manifest::pod).flatMap(Optional::stream);
    }

    boolean has(String kind, String name) {
        return of(kind).anyMatch(manifest -> manifest.name().equals(name));
    }
}
