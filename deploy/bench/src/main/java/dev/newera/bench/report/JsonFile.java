package dev.newera.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The figures of a run, for machines. */
public final class JsonFile {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    private JsonFile() {}

    /** Replaces the file, in a folder that is made if there is none, and says where it is. */
    public static void write(Path file, Map<String, ?> figures) throws IOException {
        Files.createDirectories(file.getParent());
        JSON.writeValue(file.toFile(), figures);
        System.out.println("The same as JSON: " + file);
    }
}
