package dev.newera.embedded.postgres;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.tukaani.xz.XZInputStream;

/** Unpacks an xz-packed tar archive: the folders, files and symbolic links of its ustar format, nothing more. */
final class Txz {

    private static final int BLOCK = 512;
    private static final int OWNER_MAY_EXECUTE = 0100;
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final InputStream in;
    private final Path target;

    private Txz(InputStream in, Path target) {
        this.in = in;
        this.target = target;
    }

    /** Puts the archive's entries below the target; what is there already is overwritten. */
    static void unpack(InputStream archive, Path target) throws IOException {
        try (var in = new BufferedInputStream(new XZInputStream(archive), 1 << 16)) {
            new Txz(in, target).unpack();
        }
    }

    private void unpack() throws IOException {
        var block = new byte[BLOCK];
        while (in.readNBytes(block, 0, BLOCK) == BLOCK && block[0] != 0) unpack(new Header(block));
    }

    private void unpack(Header header) throws IOException {
        var path = target.resolve(header.name()).normalize();
        if (!path.startsWith(target)) throw new IOException("an entry leads out of the archive: " + header.name());
        Files.createDirectories(path.getParent());
        switch (header.type()) {
            case '5' -> Files.createDirectories(path);
            case '2' -> link(path, header.linkTarget());
            case '0', 0 -> file(path, header);
            default -> throw new IOException("an entry of unknown type " + header.type() + ": " + header.name());
        }
    }

    private static void link(Path path, String to) throws IOException {
        Files.deleteIfExists(path);
        Files.createSymbolicLink(path, Path.of(to));
    }

    private void file(Path path, Header header) throws IOException {
        try (var out = Files.newOutputStream(path)) {
            var buffer = new byte[1 << 16];
            for (long left = header.size(); left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) throw new EOFException(header.name());
                out.write(buffer, 0, read);
                left -= read;
            }
        }
        in.skipNBytes(Math.floorMod(-header.size(), BLOCK));
        if (POSIX && header.executable()) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** The block that comes before each entry; numbers in it are octal text. */
    private record Header(byte[] block) {

        String name() {
            var prefix = text(345, 155);
            return prefix.isEmpty() ? text(0, 100) : prefix + "/" + text(0, 100);
        }

        boolean executable() {
            return (Integer.parseInt(text(100, 8).trim(), 8) & OWNER_MAY_EXECUTE) != 0;
        }

        long size() {
            return Long.parseLong(text(124, 12).trim(), 8);
        }

        char type() {
            return (char) block[156];
        }

        String linkTarget() {
            return text(157, 100);
        }

        private String text(int start, int maximum) {
            int end = start;
            while (end < start + maximum && block[end] != 0) end++;
            return new String(block, start, end - start, StandardCharsets.UTF_8);
        }
    }
}
