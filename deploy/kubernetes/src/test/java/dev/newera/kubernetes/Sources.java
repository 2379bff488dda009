package dev.newera.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All files of which renderings are made. */
final class Sources {

    private Sources() {}

    /** As deploy/kubernetes/render computes it: the SHA-256 of the list of all files, each with its own. */
    static String checksum() throws IOException {
        try (var base = Files.walk(Path.of("base"));
                var overlays = Files.walk(Path.of("overlays"))) {
            var list = Stream.concat(base, overlays)
                    .filter(Files::isRegularFile)
                    .map(file -> file.toString().replace('\\', '/'))
                    .sorted()
                    .map(file -> sha256(bytes(file)) + "  " + file + "\n")
                    .collect(Collectors.joining());
            return sha256(list.getBytes());
        }
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java has it.", e);
        }
    }
}
