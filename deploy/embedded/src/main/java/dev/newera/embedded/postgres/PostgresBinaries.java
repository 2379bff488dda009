package dev.newera.embedded.postgres;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.newera.embedded.StartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/**
 * The unpacked server programs: {@code initdb}, {@code pg_ctl} and {@code postgres}. They are unpacked once for each
 * user and release, by whichever process comes first; the others wait for it.
 */
final class PostgresBinaries {

    private static final String UNPACKED = ".unpacked";

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** Those of this machine's platform, in this user's cache folder. */
    static PostgresBinaries ofThisMachine() {
        return in(CacheFolder.ofThisUser().resolve("postgres-" + version()));
    }

    static PostgresBinaries in(Path home) {
        try {
            unpackOnce(home);
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL could not be unpacked into " + home + ": " + e.getMessage(), e);
        }
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static void unpackOnce(Path home) throws IOException {
        Files.createDirectories(home);
        // Threads of one JVM share its file locks, so they need a lock of their own.
        synchronized (PostgresBinaries.class) {
            try (var lockFile = FileChannel.open(home.resolveSibling(home.getFileName() + ".lock"), CREATE, WRITE);
                    var lock = lockFile.lock()) {
                if (lock.isValid() && !Files.exists(home.resolve(UNPACKED))) unpack(home);
            }
        }
    }

    private static void unpack(Path home) throws IOException {
        try (var archive = archive()) {
            Txz.unpack(archive, home);
        }
        Files.createFile(home.resolve(UNPACKED));
    }

    private static InputStream archive() {
        var name = "/postgres-" + system() + "-" + processor() + ".txz";
        var archive = PostgresBinaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new StartFailure("There is no PostgreSQL for this platform on the class path (" + name
                    + "): build with -Dpostgres.platform=… or run with BACKBONE=containers.");
        }
        return archive;
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) return "windows";
        return name.startsWith("mac") ? "darwin" : "linux";
    }

    private static String processor() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    }

    private static String version() {
        try (var in = PostgresBinaries.class.getResourceAsStream("binaries.properties")) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
