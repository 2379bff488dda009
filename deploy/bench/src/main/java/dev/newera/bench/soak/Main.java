package dev.newera.bench.soak;

import dev.newera.bench.report.JsonFile;
import dev.newera.bench.system.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs a soak, tells each minute how it goes, and at the end all of it; leaves the same as JSON. Fails if anything was lost. */
public final class Main {
    /** Held here, for a logger that nobody holds forgets its level. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private static final Path CHECKOUT = Path.of("").toAbsolutePath();
    private static final Path TARGET = Path.of("deploy", "bench", "target");

    private Main() {}

    public static void main(String[] words) throws IOException {
        Locale.setDefault(Locale.ROOT);
        KAFKA.setLevel(Level.WARNING);
        var plan = plan(List.of(words));
        try (var stage = Stage.start(CHECKOUT)) {
            var soak = new Soak(stage, plan);
            var minutes = soak.run();
            new Report(minutes).print();
            soak.figures().forEach((name, figure) -> System.out.println(name + ": " + figure));
            JsonFile.write(
                    TARGET.resolve("soak.json"),
                    Map.of("plan", plan.toString(), "figures", soak.figures(), "minutes", minutes));
            soak.findings().requireNone();
        }
    }

    private static Plan plan(List<String> words) throws IOException {
        try {
            return Plan.of(words).requireRoom(Files.createDirectories(TARGET));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            throw e;
        }
    }
}
