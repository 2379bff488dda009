package dev.newera.local.system;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.newera.embedded.Folders;
import dev.newera.embedded.StartFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder with everything that a run keeps: data, logs, and what it tells others. Data folders are named by release,
 * because an older server cannot read what a newer one wrote.
 */
public final class DataHome {

    private static final List<String> THROWN_AWAY =
            List.of("postgres-18", "postgres-18.new", "kafka-4.1", "logs", "hold", "run.json");

    private final Path path;
    /** Held here, because a lock goes with its channel when nobody refers to it. */
    private FileLock claim;

    private DataHome(Path path) {
        this.path = path;
    }

    /** The folder, made if it is not there. */
    public static DataHome at(Path path) {
        var home = new DataHome(path.toAbsolutePath().normalize());
        requireOneForKafka(home.path);
        try {
            Files.createDirectories(home.path.resolve("logs"));
            return home;
        } catch (IOException e) {
            throw new StartFailure(
                    "The data folder " + home.path + " cannot be used (" + reason(e) + "): choose another with --data.",
                    e);
        }
    }

    /** Kafka takes what a comma divides for two folders, and would keep its data in neither. */
    private static void requireOneForKafka(Path path) {
        if (path.toString().contains(",")) {
            throw new StartFailure("The data folder " + path
                    + " has a comma in its name, which Kafka cannot use: choose another with --data.");
        }
    }

    /**
     * Keeps the folder for this run until the process ends, however it ends. Two runs on one folder would ruin each
     * other's data.
     */
    public void claim() {
        try {
            claim = FileChannel.open(path.resolve("run.lock"), CREATE, WRITE).tryLock();
            if (claim != null) return;
        } catch (OverlappingFileLockException e) {
            // This process has it already.
        } catch (IOException e) {
            throw new StartFailure("The data folder " + path + " cannot be written to: choose another with --data.", e);
        }
        throw new StartFailure("Another run uses the data folder " + path
                + ": stop that one, or choose another folder with --data (and another port with --http-port).");
    }

    /** Throws away what runs have kept here, and nothing else that may be in the folder. */
    public void empty() {
        try {
            for (var name : THROWN_AWAY) Folders.delete(path.resolve(name));
            Files.createDirectories(path.resolve("logs"));
        } catch (IOException e) {
            throw new StartFailure("The data in " + path + " could not be thrown away: " + reason(e) + ".", e);
        }
    }

    public Path path() {
        return path;
    }

    Path postgres() {
        return path.resolve("postgres-18");
    }

    Path kafka() {
        return path.resolve("kafka-4.1");
    }

    public Path log(String part) {
        return path.resolve("logs").resolve(part + ".log");
    }

    /** The end of a part's log, for a person who wants to know why it ended. */
    public String lastWords(String part) {
        try {
            var lines = Files.readAllLines(log(part));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * Whether the part shall stay down once it is down: for as long as there is a file of its name in the folder
     * {@code hold}. Fault tests need a server that is away for a while.
     */
    boolean isHeld(String part) {
        return Files.exists(path.resolve("hold").resolve(part));
    }

    RunFile runFile() {
        return new RunFile(path.resolve("run.json"));
    }

    /** What stands in the command line of each Java process of a run on this folder. */
    static String mark(Path path) {
        return "-Dnewera.data=" + path;
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : e.getClass().getSimpleName();
    }
}
