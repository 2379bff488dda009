package dev.newera.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A disk so small that it can be filled, for one folder of a system's data: a tmpfs in a mount namespace of its own, which
 * needs Linux and no rights, and is gone with the last process of the system.
 */
public record SmallDisk(String folder) {

    private static final String MEGABYTES = "192";
    private static final byte[] BLOCK = new byte[64 * 1024];

    /** Moves what is in the folder to the disk, puts the disk in the folder's place, and becomes what it was told to run. */
    private static final String SCRIPT = """
            folder=$1 disk=$1.disk
            shift
            mkdir -p "$folder" "$disk"
            mount -t tmpfs -o size=%sm small "$disk"
            cp -a "$folder/." "$disk/"
            mount --move "$disk" "$folder"
            rmdir "$disk"
            exec "$@"
            """.formatted(MEGABYTES);

    /** What stands before the command line of the system's launcher. */
    List<String> prefix(Path data) {
        return List.of(
                "unshare",
                "--user",
                "--map-current-user",
                "--keep-caps",
                "--mount",
                "/bin/sh",
                "-ec",
                SCRIPT,
                "sh",
                data.resolve(folder).toString());
    }

    /** Writes until not a byte more goes. */
    void fill(Path data, ProcessHandle launcher) throws IOException {
        try (var file = Files.newOutputStream(ballast(data, launcher))) {
            while (true) file.write(BLOCK);
        } catch (IOException full) {
            if (Files.size(ballast(data, launcher)) == 0) throw full;
        }
    }

    void free(Path data, ProcessHandle launcher) throws IOException {
        Files.delete(ballast(data, launcher));
    }

    /** Only the launcher and its children see the disk; everybody may look through their eyes. */
    private Path ballast(Path data, ProcessHandle launcher) {
        return Path.of(
                "/proc/" + launcher.pid() + "/root" + data.resolve(folder).resolve("ballast"));
    }
}
